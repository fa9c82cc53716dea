/**
 * Facts: past tense, what happened. They carry names and numbers, never sentences. `cause` is the
 * fact that led to this one, so that *why* is a walk and not a story written by hand. Facts are
 * derived: replaying the recording yields them again with the same ids.
 */
import type { Command, Reason } from './commands.ts'
import type { FaultKind } from './faults.ts'
import type { ApplicationId, GroupId, InstanceId, NodeId, SegmentId, TargetId } from './ids.ts'
import type { MessageKind } from './messages.ts'
import type { ConflictCause, RefusalKind, RollbackCause } from './refusals.ts'
import type { FactId, Lsn, Micros } from './units.ts'
import type { VolumeFacts } from './volumeFacts.ts'

/** What keeps a Serverless v2 instance from pausing. */
export type PauseBlocker = 'minAboveZero' | 'userConnections' | 'readerAwake' | 'provisioned'

/** Notable facts: few, always told, marked on the timeline. */
export interface NotableFacts extends VolumeFacts {
  CommandGiven: { command: Command }
  CommandRefused: { command: Command; reason: Reason }
  FaultInjected: { fault: FaultKind; target: TargetId }
  FaultHealed: { fault: FaultKind; target: TargetId }
  NodeCrashed: { node: NodeId }
  NodeRestarted: { node: NodeId }
  InstanceCrashed: { instance: InstanceId }
  InstanceRestarted: { instance: InstanceId }
  /** No write set of this group can be reached by the writer any more. */
  WriteQuorumLost: { group: GroupId; reachable: number; needed: number }
  WriteQuorumRestored: { group: GroupId; reachable: number }
  ReadQuorumLost: { group: GroupId; reachable: number; needed: number }
  ReadQuorumRestored: { group: GroupId; reachable: number }
  /**
   * Commits cannot be acknowledged: no write set, or nobody can write. Those that wait are commits
   * at an open writer, and without one sessions.
   */
  CommitsStalled: { because: 'noWriteQuorum' | 'noWriter'; groups: GroupId[]; waiting: number }
  CommitsResumed: { waiting: number; stalledMicros: Micros }
  RecoveryStarted: { instance: InstanceId; epoch: number }
  /** A read set of every group has promised; the points were computed from what it holds. */
  PointsRecovered: { instance: InstanceId; epoch: number; vcl: Lsn; vdl: Lsn }
  VolumeTruncated: { epoch: number; above: Lsn; upTo: Lsn; annulled: number }
  VolumeOpened: { instance: InstanceId; epoch: number; vdl: Lsn; recoveryMicros: Micros }
  /** The volume is open; interrupted transactions are undone beside user work. */
  UndoBegan: { instance: InstanceId; transactions: number; rows: number }
  UndoEnded: { instance: InstanceId; transactions: number; tookMicros: Micros }
  /** The writer learned that a newer epoch exists and stopped. */
  WriterFenced: { instance: InstanceId; epoch: number }
  BackPressureBegan: { instance: InstanceId; highestLsn: Lsn; limit: Lsn }
  BackPressureEnded: { instance: InstanceId; waitedMicros: Micros }
  /** Multi-Master: the client gets error 1213, or 1205 after waiting too long for a lock. */
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
  /** An application asked by SQL whether the instance answers, and it did not in time. */
  HealthCheckMissed: { application: ApplicationId; instance: InstanceId; misses: number }
  /** The application itself went elsewhere; `tookMicros` since the first check that failed. */
  Rerouted: { application: ApplicationId; from: InstanceId; to: InstanceId; tookMicros: Micros }
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
  CapacityChanged: {
    instance: InstanceId
    /** Decimal ACU, as reported and billed. */
    from: number
    acu: number
    need: number
    because: 'cpu' | 'memory' | 'network' | 'floor' | 'range' | 'hold' | 'idle' | 'resume'
  }
  PauseBlocked: { instance: InstanceId; because: PauseBlocker[] }
  PauseBegan: { instance: InstanceId; acu: number }
  PauseCancelled: { instance: InstanceId }
  InstancePaused: { instance: InstanceId; acu: number }
  ResumeBegan: {
    instance: InstanceId
    because: 'connection' | 'command' | 'promotion'
    isDeep: boolean
  }
  InstanceResumed: { instance: InstanceId; acu: number; tookMicros: Micros }
  InstanceSuspected: { instance: InstanceId; silentMicros: Micros }
  PromotionStarted: { instance: InstanceId; instead: InstanceId }
  ReaderPromoted: { instance: InstanceId; tookMicros: Micros }
  EndpointMoved: { endpoint: 'cluster' | 'reader'; to: InstanceId }
  /** Typed SQL: sessions by name. A cycle of waits; the victim is rolled back. */
  DeadlockFound: {
    instance: InstanceId
    sessions: string[]
    transactions: number[]
    victim: string
  }
  LockWaitTimedOut: {
    instance: InstanceId
    session: string
    transaction: number
    waitedMicros: Micros
  }
  /** 40001: somebody else changed it first, the order could not be serial, or a reader replays. */
  SerializationFailed: {
    instance: InstanceId
    session: string
    transaction: number
    because: 'concurrentUpdate' | 'dependencies' | 'recovery'
  }
  /** A statement got an error. `code` as the edition writes it; `instance` empty = not reached. */
  StatementRefused: {
    instance: InstanceId | ''
    session: string
    statement: number
    kind: RefusalKind
    code: string
    sqlstate: string
  }
  LawBroken: { law: string; key: string; parameters: Record<string, string | number> }
}

/** Detailed facts: many; told only to who listens, with the same ids either way. */
export interface DetailedFacts {
  TransactionBegan: { transaction: number; application: ApplicationId; session: number }
  TransactionCommitted: {
    transaction: number
    application: ApplicationId
    session: number
    lsn: Lsn
    latencyMicros: Micros
  }
  /** The client never got an answer: the outcome is unknown to it. */
  ConnectionLost: { application: ApplicationId; session: number; transaction: number }
  CommitWritten: { transaction: number; lsn: Lsn; group: GroupId }
  RecordsSent: { group: GroupId; first: Lsn; last: Lsn; count: number; batch: number }
  RecordsResent: { group: GroupId; segment: SegmentId; first: Lsn; last: Lsn; batch: number }
  RecordsPersisted: { segment: SegmentId; last: Lsn; scl: Lsn }
  RecordsRefused: { segment: SegmentId; because: 'staleEpoch' | 'annulled'; epoch: number }
  AckReceived: { segment: SegmentId; scl: Lsn }
  HoleOpened: { segment: SegmentId; missing: Lsn; received: Lsn }
  HoleFilled: { segment: SegmentId; scl: Lsn; by: 'gossip' | 'resend' | 'late' }
  PgclAdvanced: { group: GroupId; pgcl: Lsn }
  VclAdvanced: { vcl: Lsn }
  VdlAdvanced: { vdl: Lsn }
  PageRequested: { read: number; page: number; segment: SegmentId; point: Lsn }
  PageReturned: { read: number; page: number; segment: SegmentId; latencyMicros: Micros }
  ReadHedged: { read: number; page: number; segment: SegmentId; afterMicros: Micros }
  ReadRefused: {
    read: number
    segment: SegmentId
    because: 'notComplete' | 'tooOld' | 'staleEpoch' | 'corrupt'
  }
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
  RetryPlanned: { application: ApplicationId; session: number; attempt: number; inMicros: Micros }
  SegmentBackedUp: { segment: SegmentId; lsn: Lsn; records: number }
  GarbageCollected: { segment: SegmentId; lsn: Lsn; records: number }
  NodeScrubbed: { node: NodeId; pages: number; tookMicros: Micros }
  DiskWriteFailed: { node: NodeId }
  DiskCongested: { node: NodeId; addedMicros: Micros }
  /** Nothing is left of an interrupted transaction; its rows are free. */
  TransactionUndone: { transaction: number; instance: InstanceId; rows: number }
  StreamApplied: { instance: InstanceId; vdl: Lsn; lagMicros: Micros }
  /** It carried a membership epoch that is over; its sender asks again with the present one. */
  MembersRefused: { segment: SegmentId; epoch: number; carried: number }
  /** A new copy has one more part of the pages and the log of its group. */
  PartReceived: { segment: SegmentId; from: SegmentId; part: number; parts: number }
  /** Typed SQL: a statement leaves its console; numbered in the order of the run. */
  StatementSubmitted: { session: string; statement: number; instance: InstanceId; text: string }
  StatementAnswered: {
    session: string
    statement: number
    instance: InstanceId
    isError: boolean
    rows: number
    affected: number
    tookMicros: Micros
  }
  SqlTransactionBegan: { instance: InstanceId; session: string; transaction: number }
  SqlTransactionEnded: {
    instance: InstanceId
    session: string
    transaction: number
    outcome: 'committed' | 'rolledBack'
    /** Of the commit record; 0 = it wrote nothing. */
    lsn: Lsn
  }
  LockWaitBegan: {
    instance: InstanceId
    session: string
    transaction: number
    table: string
    index: string
    key: string
    mode: string
    /** Sessions that hold it, or ask for it before. */
    holders: string[]
  }
  LockWaitEnded: {
    instance: InstanceId
    session: string
    transaction: number
    waitedMicros: Micros
    outcome: 'granted' | 'deadlock' | 'timeout' | 'cancelled'
  }
  ReadViewTaken: { instance: InstanceId; session: string; transaction: number; upTo: number }
  RowChanged: {
    instance: InstanceId
    session: string
    transaction: number
    table: string
    key: string
    change: 'insert' | 'update' | 'delete'
    isUndo: boolean
    lsn: Lsn
  }
  MessageDropped: {
    message: number
    kind: MessageKind
    from: string
    to: string
    because: 'loss' | 'cut' | 'receiverDown'
  }
}

export type Facts = NotableFacts & DetailedFacts
export type FactKey = keyof Facts

export type FactOf<K extends FactKey> = {
  id: FactId
  at: Micros
  fact: K
  /** The fact that led to this one; 0 when nothing inside the run did. */
  cause: FactId
  parameters: Facts[K]
}
export type Fact = { [K in FactKey]: FactOf<K> }[FactKey]
