/** Which facts are notable: always told, kept by the timeline, and marked on it. */
import type { FactKey, NotableFacts } from '../engine/contract/facts.ts'

const notable = {
  CommandGiven: true,
  CommandRefused: true,
  FaultInjected: true,
  FaultHealed: true,
  NodeCrashed: true,
  NodeRestarted: true,
  InstanceCrashed: true,
  InstanceRestarted: true,
  WriteQuorumLost: true,
  WriteQuorumRestored: true,
  ReadQuorumLost: true,
  ReadQuorumRestored: true,
  CommitsStalled: true,
  CommitsResumed: true,
  RecoveryStarted: true,
  PointsRecovered: true,
  VolumeTruncated: true,
  VolumeOpened: true,
  WriterFenced: true,
  BackPressureBegan: true,
  BackPressureEnded: true,
  TransactionRolledBack: true,
  WriterStatusChanged: true,
  WriterLogTruncated: true,
  DdlStarted: true,
  DdlEnded: true,
  DdlOwnerChanged: true,
  CapacityChanged: true,
  PauseBlocked: true,
  PauseBegan: true,
  PauseCancelled: true,
  InstancePaused: true,
  ResumeBegan: true,
  InstanceResumed: true,
  InstanceSuspected: true,
  PromotionStarted: true,
  ReaderPromoted: true,
  EndpointMoved: true,
  LawBroken: true,
} satisfies Record<keyof NotableFacts, true>

export function isNotable(fact: FactKey): boolean {
  return Object.hasOwn(notable, fact)
}
