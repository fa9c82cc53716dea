/**
 * What a frame shows of Multi-Master: a lane a writer, since each has its own LSN space; the pages
 * in play with their versions in storage and in every cache; proposals and the six answers each.
 */
import type { ReadMode } from './commands.ts'
import type { ConflictCause, RollbackCause } from './refusals.ts'
import type { GroupId, InstanceId, NodeId } from './ids.ts'
import type { Lsn, Micros } from './units.ts'

/** A change of one page in a writer's own LSN space. */
export interface LaneRecordView {
  lsn: Lsn
  proposal: number
  transaction: number
  page: number
  base: number
  /** `tentative` asked, no verdict · `accepted` · `refused` · `committed`: its transaction is. */
  state: 'tentative' | 'accepted' | 'refused' | 'committed' | 'annulled'
  isCommit: boolean
  /** Bit k: segment k holds it, tentatively or for good. */
  heldBy: number
}

export interface WriterLaneView {
  id: InstanceId
  status: 'online' | 'recovery' | 'offline'
  epoch: number
  /** −1: not told, in a picture through an actor's eyes. */
  vcl: Lsn
  vdl: Lsn
  highestLsn: Lsn
  /** Newest last, at most 16 a group. */
  groups: { id: GroupId; scl: Lsn[]; pgcl: Lsn; records: LaneRecordView[] }[]
  /** Set to read only: it refuses changes with error 1290. */
  isReadOnly: boolean
  openTransactions: number
  rollingBack: number
  /** Pages whose old versions are to be purged, and how late the oldest of them is. */
  purge: { waiting: number; lagMicros: Micros }
  commits: number
  conflicts: number
  /** What it rolled back, by cause: against other writers, and among its own transactions. */
  causes: Record<RollbackCause, number>
  /** Tries again after a rollback of its own. */
  retries: number
  /** Of the last second, or since the start. */
  recent: { windowMicros: Micros; commits: number; conflicts: number; retries: number }
}

export interface CachedPageView {
  page: number
  /** −1: not told, in a picture through an actor's eyes. */
  version: number
  /** How long storage has had a newer accepted version; 0 = current, null = nobody can tell. */
  staleMicros: Micros | null
}

export interface PageView {
  page: number
  /** `system`: of undo that all writers share, or not yet of a table. */
  kind: 'table' | 'index' | 'system'
  table: string
  /** Its secondary index, else empty. */
  index: string
  /** Rows on it, or entries of the index, first and last. */
  rows: [number, number]
  group: GroupId
  /** Newest accepted version. */
  version: number
  lastWriter: InstanceId | ''
  /** By segment, in the order of the group's segments; a version of −1 was not told. */
  copies: { version: number; tentative: number }[]
  /** By writer, in the order of `writers`; null = not cached. */
  caches: (CachedPageView | null)[]
  /** Rows of open transactions: who owns them. */
  owned: { row: number; instance: InstanceId; transaction: number }[]
  /** Rows that were committed in the last 100 ms of model time. */
  committed: { row: number; instance: InstanceId }[]
}

/** One answer of one segment; on the page it is called an answer: nothing is elected. */
export interface AnswerView {
  node: NodeId
  answer: 'none' | 'yes' | 'no'
  refusal: 'inFlight' | 'staleBase' | 'staleEpoch' | ''
  /** Version that the segment held, and the proposal in flight there. */
  version: number
  holder: number
}

export interface ProposalView {
  proposal: number
  transaction: number
  instance: InstanceId
  group: GroupId
  page: number
  rows: number[]
  base: number
  reason: 'user' | 'rollback' | 'commit' | 'purge' | 'ddl'
  sentAt: Micros
  decidedAt: Micros | null
  verdict: 'open' | 'accepted' | 'refused' | 'stalled'
  cause: ConflictCause | ''
  answers: AnswerView[]
  /** All page changes of the mini-transaction; above stand those of the one that is spoken of. */
  pages: { page: number; kind: PageKind; group: GroupId; base: number }[]
  /** Answers by protection group; accepted is a write set of yes in each of them. */
  parts: { group: GroupId; answers: AnswerView[] }[]
}

/** `tracker`: a page that is written to without a change, so that a change of it collides. */
export type PageKind = 'table' | 'index' | 'undo' | 'system' | 'tracker'

export interface LagView {
  from: InstanceId
  to: InstanceId
  /** Age of the oldest change that has not been applied; else of the last one when applied. */
  lagMicros: Micros
  waiting: number
  isCut: boolean
}

/** What a transaction under `REGIONAL_RAW` waits for from one peer before its first row. */
export interface SyncView {
  peer: InstanceId
  /** `asked` no answer yet · `catchingUp` not all of it is applied here · `there`. */
  state: 'asked' | 'catchingUp' | 'there'
  /** The peer's changes up to this LSN are waited for; 0 while nobody has said. */
  upTo: Lsn
  /** When that should be applied here, if nothing holds it up; null while nobody has said. */
  expectedAt: Micros | null
}

/** A transaction that the stage names, open or just ended. */
export interface TransactionView {
  transaction: number
  application: string
  instance: InstanceId
  state:
    | 'syncing'
    | 'active'
    | 'proposing'
    | 'committing'
    | 'committed'
    | 'rollingBack'
    | 'rolledBack'
  mode: ReadMode
  since: Micros
  cause: RollbackCause | ''
  /** What it read, newest last: value by the transaction that wrote it, and its age. */
  reads: { row: number; writtenBy: number; staleMicros: Micros }[]
  /** While it is `syncing`, one for each peer that was asked; else empty. */
  sync: SyncView[]
}

export interface MultiMasterView {
  writers: WriterLaneView[]
  /** Pages changed or contested lately, at most 12, by number. */
  pages: PageView[]
  /** Open ones and those decided in the last 100 ms of model time, newest last, at most 12. */
  proposals: ProposalView[]
  /** Of typed sessions those that wait under `REGIONAL_RAW`; number 0 = none has begun. */
  transactions: TransactionView[]
  lags: LagView[]
  ddl: { owner: InstanceId | ''; table: string | null; since: Micros }
  conflicts: Record<RollbackCause, number>
  /** Parameters `multiMaster.choice…` that are not as the model has them by default. */
  choices: string[]
}
