/** The words around a run that is told: what one may leave out, and what was left out. */
import type { FactKey } from '../engine/contract/facts.ts'

export type NarrationKind = 'breaks' | 'safety' | 'recovery' | 'capacity' | 'else'

export const narrationKinds: readonly [NarrationKind, string][] = [
  ['safety', 'Commits, quorums and laws'],
  ['breaks', 'What breaks and heals'],
  ['recovery', 'Recovery and failover'],
  ['capacity', 'Capacity and sleep'],
  ['else', 'All else that matters'],
]

/** What a fact is about; what is not listed is `else`. */
const kindOf: Partial<Record<FactKey, NarrationKind>> = {
  WriteQuorumLost: 'safety',
  WriteQuorumRestored: 'safety',
  ReadQuorumLost: 'safety',
  ReadQuorumRestored: 'safety',
  CommitsStalled: 'safety',
  CommitsResumed: 'safety',
  LawBroken: 'safety',
  BackPressureBegan: 'safety',
  BackPressureEnded: 'safety',
  FaultInjected: 'breaks',
  FaultHealed: 'breaks',
  NodeCrashed: 'breaks',
  NodeRestarted: 'breaks',
  InstanceCrashed: 'breaks',
  InstanceRestarted: 'breaks',
  HealthCheckMissed: 'breaks',
  Rerouted: 'recovery',
  RecoveryStarted: 'recovery',
  PointsRecovered: 'recovery',
  VolumeTruncated: 'recovery',
  VolumeOpened: 'recovery',
  UndoBegan: 'recovery',
  UndoEnded: 'recovery',
  WriterFenced: 'recovery',
  InstanceSuspected: 'recovery',
  PromotionStarted: 'recovery',
  ReaderPromoted: 'recovery',
  EndpointMoved: 'recovery',
  CapacityChanged: 'capacity',
  PauseBlocked: 'capacity',
  PauseBegan: 'capacity',
  PauseCancelled: 'capacity',
  InstancePaused: 'capacity',
  ResumeBegan: 'capacity',
  InstanceResumed: 'capacity',
}

export function narrationKindOf(fact: FactKey): NarrationKind {
  return kindOf[fact] ?? 'else'
}

/** After the one that is said, so that a listener knows of those that are only written. */
export function andMore(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' One more thing happened.' : ` ${count} more things happened.`
}
