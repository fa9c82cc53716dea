/**
 * The facts by name, each with the fields that a pattern may ask for in `where`. The compiler
 * holds this table to the contract: a new fact or field has to be entered here.
 */
import type { FactKey, Facts } from '../contract/facts.ts'

type Fields = { [K in FactKey]: Record<keyof Facts[K], true> }

const yes = true as const

export const factFields: Fields = {
  CommandGiven: { command: yes },
  CommandRefused: { command: yes, reason: yes },
  FaultInjected: { fault: yes, target: yes },
  FaultHealed: { fault: yes, target: yes },
  NodeCrashed: { node: yes },
  NodeRestarted: { node: yes },
  InstanceCrashed: { instance: yes },
  InstanceRestarted: { instance: yes },
  WriteQuorumLost: { group: yes, reachable: yes, needed: yes },
  WriteQuorumRestored: { group: yes, reachable: yes },
  ReadQuorumLost: { group: yes, reachable: yes, needed: yes },
  ReadQuorumRestored: { group: yes, reachable: yes },
  CommitsStalled: { because: yes, groups: yes, waiting: yes },
  CommitsResumed: { waiting: yes, stalledMicros: yes },
  RecoveryStarted: { instance: yes, epoch: yes },
  PointsRecovered: { instance: yes, epoch: yes, vcl: yes, vdl: yes },
  VolumeTruncated: { epoch: yes, above: yes, upTo: yes, annulled: yes },
  VolumeOpened: { instance: yes, epoch: yes, vdl: yes, recoveryMicros: yes },
  WriterFenced: { instance: yes, epoch: yes },
  BackPressureBegan: { instance: yes, highestLsn: yes, limit: yes },
  BackPressureEnded: { instance: yes, waitedMicros: yes },
  LawBroken: { law: yes, key: yes, parameters: yes },
  TransactionBegan: { transaction: yes, application: yes, session: yes },
  TransactionCommitted: {
    transaction: yes,
    application: yes,
    session: yes,
    lsn: yes,
    latencyMicros: yes,
  },
  ConnectionLost: { application: yes, session: yes, transaction: yes },
  CommitWritten: { transaction: yes, lsn: yes, group: yes },
  RecordsSent: { group: yes, first: yes, last: yes, count: yes, batch: yes },
  RecordsResent: { group: yes, segment: yes, first: yes, last: yes, batch: yes },
  RecordsPersisted: { segment: yes, last: yes, scl: yes },
  RecordsRefused: { segment: yes, because: yes, epoch: yes },
  AckReceived: { segment: yes, scl: yes },
  HoleOpened: { segment: yes, missing: yes, received: yes },
  HoleFilled: { segment: yes, scl: yes, by: yes },
  PgclAdvanced: { group: yes, pgcl: yes },
  VclAdvanced: { vcl: yes },
  VdlAdvanced: { vdl: yes },
  PageRequested: { read: yes, page: yes, segment: yes, point: yes },
  PageReturned: { read: yes, page: yes, segment: yes, latencyMicros: yes },
  ReadHedged: { read: yes, page: yes, segment: yes, afterMicros: yes },
  ReadRefused: { read: yes, segment: yes, because: yes },
  MessageDropped: { message: yes, kind: yes, from: yes, to: yes, because: yes },
}

export const factKeys: readonly string[] = Object.keys(factFields)

/** The fields of a fact, by its name; none when there is no such fact. */
export function fieldsOf(fact: string): string[] {
  return factKeys.includes(fact) ? Object.keys(factFields[fact as FactKey]) : []
}
