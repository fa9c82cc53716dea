/** The kinds of fact that are few and known for the whole run; held to the contract. */
import type { NotableFacts } from '../../../engine/contract/facts.ts'

const known: Record<keyof NotableFacts, true> = {
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
  LawBroken: true,
}

export const notableKinds = Object.keys(known) as (keyof NotableFacts)[]
