/**
 * Facts as something one can wait for, with the mechanism that a cluster needs for it. One that
 * has no entry is said by the words of its own name and may come in any cluster.
 */
import type { FactKey } from '../engine/contract/facts.ts'

/** `single`: one writer and its log · `multi`: several writers · the others by their name. */
export type FactHome = 'any' | 'single' | 'multi' | 'serverless' | 'reader'

type Named = readonly [FactHome, string]

const names: Readonly<Partial<Record<FactKey, Named>>> = {
  CommandGiven: ['any', 'A command is given'],
  CommandRefused: ['any', 'A command is refused'],
  FaultInjected: ['any', 'Something breaks'],
  FaultHealed: ['any', 'Something heals'],
  NodeCrashed: ['any', 'A storage node loses power'],
  NodeRestarted: ['any', 'A storage node is back'],
  InstanceCrashed: ['any', 'An instance crashes'],
  InstanceRestarted: ['any', 'An instance starts again'],
  WriteQuorumLost: ['any', 'A write quorum is lost'],
  WriteQuorumRestored: ['any', 'A write quorum is back'],
  ReadQuorumLost: ['any', 'A read quorum is lost'],
  ReadQuorumRestored: ['any', 'A read quorum is back'],
  CommitsStalled: ['any', 'Commits begin to wait'],
  CommitsResumed: ['any', 'Commits go on'],
  RecoveryStarted: ['any', 'A recovery begins'],
  PointsRecovered: ['any', 'The log points are found again'],
  VolumeTruncated: ['single', 'What came too late is annulled'],
  VolumeOpened: ['single', 'The volume is open again'],
  UndoBegan: ['single', 'Interrupted transactions are being undone'],
  UndoEnded: ['single', 'Interrupted transactions are undone'],
  WriterFenced: ['single', 'An old writer is fenced off'],
  BackPressureBegan: ['single', 'Writes are held back'],
  BackPressureEnded: ['single', 'Writes are held back no longer'],
  TransactionRolledBack: ['multi', 'A transaction is rolled back (error 1213)'],
  WriterStatusChanged: ['multi', 'A writer changes its status'],
  WriterLogTruncated: ['multi', 'One writer’s log is cut back'],
  DdlStarted: ['multi', 'A change of a definition begins'],
  DdlEnded: ['multi', 'A change of a definition ends'],
  DdlOwnerChanged: ['multi', 'Another writer carries out definitions'],
  CapacityChanged: ['serverless', 'A capacity changes'],
  PauseBlocked: ['serverless', 'Something keeps an instance awake'],
  PauseBegan: ['serverless', 'An instance begins to pause'],
  PauseCancelled: ['serverless', 'A pause is called off'],
  InstancePaused: ['serverless', 'An instance is paused'],
  ResumeBegan: ['serverless', 'An instance begins to wake'],
  InstanceResumed: ['serverless', 'An instance is awake'],
  InstanceSuspected: ['reader', 'The writer counts as lost'],
  PromotionStarted: ['reader', 'A promotion begins'],
  ReaderPromoted: ['reader', 'A reader becomes the writer'],
  EndpointMoved: ['reader', 'An endpoint leads elsewhere'],
  MemberSuspected: ['single', 'A copy is to be replaced'],
  MembershipChanged: ['single', 'The members of a group change'],
  SegmentHydrated: ['single', 'A new copy has all it needs'],
  DiskLost: ['single', 'A storage node is lost with its disk'],
  PageCorrupted: ['single', 'A page is damaged'],
  CorruptionFound: ['single', 'A copy finds a damaged page'],
  PageRepaired: ['single', 'A damaged page is whole again'],
  ThrottleBegan: ['single', 'A copy delays its answers'],
  ThrottleEnded: ['single', 'A copy answers at once again'],
  NodePatchBegan: ['single', 'A storage node is away for a patch'],
  EngineChangeBegan: ['single', 'An engine is being changed'],
  EngineChanged: ['single', 'An engine is changed'],
  EnginePatchFellBack: ['single', 'An engine is changed by a restart'],
  ReaderReplaced: ['reader', 'A blocked reader is replaced'],
  NodePatched: ['single', 'A storage node is patched'],
  VolumeGrew: ['single', 'The volume grows by a group'],
  DeadlockFound: ['single', 'A deadlock is found (SQL)'],
  LockWaitTimedOut: ['single', 'A wait for a lock times out (SQL)'],
  SerializationFailed: ['single', 'A transaction cannot be put in order (SQL)'],
  StatementRefused: ['single', 'A statement gets an error (SQL)'],
  LawBroken: ['any', 'A law is broken'],
  TransactionBegan: ['any', 'A transaction begins'],
  TransactionCommitted: ['any', 'A commit is answered'],
  ConnectionLost: ['any', 'A connection is lost'],
  CommitWritten: ['any', 'A commit record is written'],
  RecordsSent: ['single', 'Records are sent'],
  RecordsResent: ['single', 'Records are sent again'],
  RecordsPersisted: ['single', 'A copy has records on disk'],
  RecordsRefused: ['single', 'A copy refuses records'],
  AckReceived: ['single', 'The writer hears from a copy'],
  HoleOpened: ['single', 'A hole opens at a copy'],
  HoleFilled: ['single', 'A hole is filled'],
  PgclAdvanced: ['single', 'PGCL moves on'],
  VclAdvanced: ['single', 'VCL moves on'],
  VdlAdvanced: ['single', 'VDL moves on'],
  PageRequested: ['single', 'A page is asked for'],
  PageReturned: ['single', 'A page is returned'],
  ReadHedged: ['single', 'A slow read is asked again'],
  ReadRefused: ['single', 'A read is refused'],
  ProposalSent: ['multi', 'A page change is proposed'],
  VoteGiven: ['multi', 'A copy answers a page change'],
  ProposalAccepted: ['multi', 'A page change is accepted'],
  ProposalRefused: ['multi', 'A page change is refused'],
  PageVersionAdvanced: ['multi', 'A copy has a new page version'],
  RedoApplied: ['multi', 'A change arrives at another writer'],
  PageEvicted: ['multi', 'A page is dropped from a cache'],
  RegionalReadWaited: ['multi', 'A REGIONAL_RAW read has waited'],
  RowRead: ['multi', 'A row is read'],
  RetryPlanned: ['multi', 'An application plans to try again'],
  SegmentBackedUp: ['single', 'A copy is backed up'],
  GarbageCollected: ['single', 'Old versions are collected'],
  NodeScrubbed: ['single', 'A storage node has checked its pages'],
  DiskWriteFailed: ['single', 'A write to a disk fails'],
  DiskCongested: ['single', 'A disk is congested'],
  TransactionUndone: ['single', 'An interrupted transaction is undone'],
  StreamApplied: ['reader', 'Redo is applied at a reader'],
  MembersRefused: ['single', 'A request of an old membership is refused'],
  PartReceived: ['single', 'A part of a new copy arrives'],
  StatementSubmitted: ['single', 'A statement is sent (SQL)'],
  StatementAnswered: ['single', 'A statement is answered (SQL)'],
  SqlTransactionBegan: ['single', 'A transaction begins (SQL)'],
  SqlTransactionEnded: ['single', 'A transaction ends (SQL)'],
  LockWaitBegan: ['single', 'A wait for a lock begins (SQL)'],
  LockWaitEnded: ['single', 'A wait for a lock ends (SQL)'],
  ReadViewTaken: ['single', 'A read view is taken (SQL)'],
  RowChanged: ['single', 'A row is changed (SQL)'],
  MessageDropped: ['any', 'A message is lost'],
}

function plainName(fact: string): string {
  const words = fact.replace(/(?!^)([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function factName(fact: FactKey): string {
  return names[fact]?.[1] ?? plainName(fact)
}

export function factHome(fact: FactKey): FactHome {
  return names[fact]?.[0] ?? 'any'
}
