/** Facts of several writers: what was proposed and decided, who died and what of it was kept. */
import type { ApplicationId, InstanceId, SegmentId } from './ids.ts'
import type { ConflictCause, RollbackCause } from './refusals.ts'
import type { Lsn, Micros } from './units.ts'

export interface NotableMultiMasterFacts {
  /** The client gets error 1213, or 1205 after waiting too long for a lock. */
  TransactionRolledBack: {
    transaction: number
    application: ApplicationId
    session: number
    instance: InstanceId
    cause: RollbackCause
    page: number
    /** Version it was built on, and the one that storage held. */
    base: number
    version: number
    /** Who was there first; empty when nobody won. */
    winner: InstanceId | ''
  }
  WriterStatusChanged: { instance: InstanceId; status: 'online' | 'recovery' | 'offline' }
  /** Only this writer's log is cut back; the others go on. */
  WriterLogTruncated: { instance: InstanceId; epoch: number; above: Lsn; annulled: number }
  DdlStarted: { table: string; statement: number; asked: InstanceId; owner: InstanceId }
  DdlEnded: { table: string; statement: number; tookMicros: Micros; cut: number }
  DdlOwnerChanged: { instance: InstanceId }
  /** Its owner died with it: whoever asked does not know what became of it. */
  DdlLost: { table: string; statement: number; asked: InstanceId; owner: InstanceId }
  /** A change that a writer refuses by itself, without storage; the transaction is rolled back. */
  WriteRefused: {
    transaction: number
    application: ApplicationId
    session: number
    instance: InstanceId
    because: 'readOnly' | 'ddl'
    code: number
  }
  WriterReadOnly: { instance: InstanceId; isReadOnly: boolean }
  /** The members decided a change whose writer is dead. */
  TentativeDecided: {
    proposal: number
    segment: SegmentId
    isKept: boolean
    because: 'verdict' | 'writeSet' | 'noWriteSet' | 'mayHold' | 'mayNot'
  }
  /** What the dead writer had acknowledged is known here now, read from storage. */
  EndsRead: { instance: InstanceId; origin: InstanceId; changes: number }
  /** A writer that is left undoes what a dead one had open. */
  UndoTakenOver: { instance: InstanceId; origin: InstanceId; transactions: number }
  RegionalReadFailed: { instance: InstanceId; transaction: number; waitedMicros: Micros }
}

export interface DetailedMultiMasterFacts {
  ProposalSent: {
    proposal: number
    transaction: number
    instance: InstanceId
    page: number
    base: number
    /** Pages of the group in all. */
    pages: number
    reason: 'user' | 'rollback' | 'purge' | 'ddl'
  }
  VoteGiven: {
    segment: SegmentId
    proposal: number
    isYes: boolean
    version: number
    holder: number
    refusal: 'inFlight' | 'staleBase' | 'staleEpoch' | ''
  }
  /** A writer heard from the arbiter who wins a page that nobody had won. */
  ContestRuled: { instance: InstanceId; proposal: number; winner: number; page: number }
  ProposalAccepted: { proposal: number; page: number; version: number; yes: number }
  ProposalRefused: {
    proposal: number
    page: number
    base: number
    yes: number
    no: number
    cause: ConflictCause
    winner: number
  }
  PageVersionAdvanced: { segment: SegmentId; page: number; version: number }
  RedoApplied: { instance: InstanceId; origin: InstanceId; page: number; lagMicros: Micros }
  PageEvicted: { instance: InstanceId; page: number; version: number }
  RegionalReadWaited: { instance: InstanceId; transaction: number; waitedMicros: Micros }
  RowRead: {
    instance: InstanceId
    transaction: number
    table: string
    row: number
    /** The transaction that wrote the value; 0 = as loaded. */
    writtenBy: number
    /** How long another writer has had a newer committed value; 0 = newest. */
    staleMicros: Micros
  }
}
