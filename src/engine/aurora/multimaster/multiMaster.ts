/**
 * The state of Multi-Master as plain data. Every writer has an LSN space, a log, a cache and its
 * own view of what the others did; storage keeps a version for each page and at most one tentative
 * change of it. Nothing of the single-master log is used. Rules T and C.
 */
import type { ReadMode } from '../../contract/commands.ts'
import type { ConflictCause, RollbackCause } from '../../contract/refusals.ts'
import type { FactId, Lsn, Micros } from '../../contract/units.ts'
import type { Stream } from '../../kernel/streams.ts'
import type { MmChanges, MmFrames, MmIndex, MmPages, MmPurge, MmRows } from './pageState.ts'
import type { MmDdl } from './ddlState.ts'
import type { MmSurvival } from './survival.ts'

export interface MultiMaster {
  /** Pages that all writers share have the numbers below: of tables, of indexes, of the system. */
  sharedPages: number
  /** Those of the scenario's secondary indexes, table by table. */
  indexes: MmIndex[]
  /** First of the pages that all writers may share for undo. */
  firstSystemPage: number
  /** Number of the first row of each table, rows of all tables being counted through. */
  firstRow: number[]
  writers: MmWriter[]
  /** By `group * 6 + slot`. */
  segments: MmSegment[]
  /** By slot: version that the copy of each page has, and the proposal tentative there (0 none). */
  versions: Int32Array[]
  tentatives: Int32Array[]
  /** By slot: the fact that told of each page's version. */
  versionFacts: Float64Array[]
  pages: MmPages
  rows: MmRows
  changes: MmChanges
  /** A ring: a proposal stands in the row of its number, modulo the length. */
  proposals: MmProposal[]
  lastProposal: number
  transactions: MmTransaction[]
  freeTransactions: number[]
  lastTransaction: number
  /** Those that ended last, oldest first, for the picture. */
  ended: MmTransaction[]
  /** Proposals written to disk at this instant or soon, which may tie (C5). */
  arrivals: { slot: number; node: number; at: Micros }[]
  /** By application. */
  clients: MmClient[]
  conflicts: Record<RollbackCause, number>
  rolledBack: number
  waitCount: number
  lastProbe: number
  ddl: MmDdl
  survival: MmSurvival
  /** What the arbiter has ruled, oldest first. */
  rulings: { page: number; base: number; winner: number }[]
  streams: { tie: Stream; lag: Stream; catchUp: Stream }
}

export type WriterStatus = 'online' | 'recovery' | 'offline'

export interface MmWriter {
  status: WriterStatus
  since: Micros
  epoch: number
  nextLsn: Lsn
  vcl: Lsn
  vdl: Lsn
  /** LSNs of a writer follow each other without a gap, so a record's place is its LSN. */
  log: MmRecord[]
  groups: { scl: Float64Array; pgcl: Lsn }[]
  /** Version cached of each page; 0 = not cached. */
  cache: Int32Array
  frames: MmFrames | null
  staleSince: Float64Array
  /** By node: when it last answered. */
  heardAt: Float64Array
  /** By origin: place applied and received, what came too early, when the last is due, and lag. */
  applied: Float64Array
  received: Float64Array
  early: number[][]
  dueAt: Float64Array
  lag: Float64Array
  /** By peer: place that it has applied; whether a look for resends is set. */
  acked: Float64Array
  isWatched: Uint8Array
  /** Its stream of changes for the others; the first entry has `firstPlace`. */
  firstPlace: number
  lastPlace: number
  stream: MmRedo[]
  /** Ends of its transactions that not every writer knows, oldest first. */
  ends: { place: number; changes: number[] }[]
  /** Locks of rows (the row) and latches of pages (-1 - page), and who has them. */
  holds: { key: number; owner: number }[]
  /** Typed sessions that wait for a latch. */
  typedWaits: { owner: number; key: number; number: number }[]
  /** Slots of transactions whose commit record waits for VDL. */
  parked: number[]
  purge: MmPurge
  /** Own changes without a verdict that others build on; oldest first. */
  pending: { page: number; next: number; proposal: number }[]
  commits: number
  conflicts: number
  causes: Record<RollbackCause, number>
  retries: number
  /** Counts of a moment each, oldest first: when, commits, conflicts, retries. */
  noted: number[][]
  recovery: MmRecovery | null
}

export interface MmRecord {
  lsn: Lsn
  proposal: number
  transaction: number
  group: number
  page: number
  kind: number
  base: number
  state: 'tentative' | 'accepted' | 'refused' | 'committed' | 'annulled'
  isCommit: boolean
  heldBy: number
}

/** An entry of a stream: the page changes of a group, or the end of a transaction (none). */
export interface MmRedo {
  changes: { page: number; base: number }[]
  transaction: number
  /** 0 change · 1 committed · 2 rolled back */
  mark: number
  lsn: Lsn
  /** By the choice of causal order: what its writer had applied, by origin; else empty. */
  after: number[]
  at: Micros
  fact: FactId
}

export interface MmRecovery {
  epoch: number
  /** Slots that answered, by group. */
  answered: Uint8Array
  phase: 'scanning' | 'rollingBack'
  fact: FactId
}

export interface MmSegment {
  /** Writer epoch promised, by writer. */
  epochs: Float64Array
  open: { page: number; proposal: number; since: Micros }[]
  /** Changes accepted that this copy has; what two copies compare. */
  count: number
  /** When it last asked a peer out of turn. */
  askedAt: Micros
}

/** 0 open · 1 accepted · 2 refused · 3 open and no write set lives · 4 its writer died */
export const verdict = { open: 0, accepted: 1, refused: 2, stalled: 3, orphaned: 4 } as const
export const reason = { user: 0, rollback: 1, commit: 2, purge: 3, ddl: 4 } as const
export const pageKind = { table: 0, index: 1, undo: 2, system: 3, tracker: 4 } as const

/** A mini-transaction: page changes that are accepted together or not at all. */
export interface MmProposal {
  number: number
  writer: number
  epoch: number
  /** Of a typed session: `slot` is its owner's own number, not that of a transaction here. */
  isTyped: boolean
  /** Slot of the transaction, and its number. */
  slot: number
  transaction: number
  row: number
  reason: number
  /** In the order of their LSNs, and what each protection group says to its part of them. */
  pages: MmPageChange[]
  parts: MmPart[]
  /** Own proposals that it builds on; while there are any it is not sent. */
  after: number[]
  /** The page that one speaks of: the first one, or the one that was refused. */
  group: number
  page: number
  base: number
  /** The last of its LSNs: the mini-transaction ends there. */
  lsn: Lsn
  sentAt: Micros
  decidedAt: Micros
  verdict: number
  cause: ConflictCause | ''
  /** Of a refused one: the writer that came first, -1 = nobody, and the version found. */
  winner: number
  found: number
  /** Number of the proposal that came first; 0 = none. */
  rival: number
  /** 0 nobody asked an arbiter · 1 it is asked · 2 it won; and since when. */
  ruling: number
  askedAt: Micros
  fact: FactId
}

export interface MmPageChange {
  page: number
  kind: number
  group: number
  base: number
  lsn: Lsn
}

/** The pages of a proposal that lie in one protection group, and its copies' answers. */
export interface MmPart {
  group: number
  pages: MmPageChange[]
  /** Bits: slots that said so. */
  yes: number
  no: number
  /** Bits: slots that promised, its writer being dead, not to take it any more. */
  promised: number
  /** By slot, of a no: why, for which of the pages, the version held, the proposal in flight. */
  refusals: Uint8Array
  places: Uint8Array
  versions: Int32Array
  holders: Int32Array
}

export type TransactionState =
  | 'queued'
  | 'syncing'
  | 'active'
  | 'proposing'
  | 'committing'
  | 'committed'
  | 'rollingBack'
  | 'rolledBack'

export interface MmTransaction {
  serial: number
  writer: number
  application: number
  session: number
  attempt: number
  /** Slot in the instance's own table; -1 = no client waits any more. */
  core: number
  state: TransactionState
  mode: ReadMode
  reads: number[]
  writes: number[]
  /** Reads and writes done so far. */
  next: number
  /** Its changes, oldest first, and how long each took to be accepted. */
  changes: number[]
  tookMicros: number[]
  undone: number
  undoTries: number
  proposal: number
  /** Key that it waits for: a row, or -1 - page; null = none; and since when in the order. */
  waitsFor: number | null
  waitNumber: number
  /** Changes proposed that nobody waits for, without a verdict. */
  open: number
  /** Page that it waits for; -1 = none; and slots asked for it. */
  page: number
  asked: number
  /** `REGIONAL_RAW`: place to reach, by origin (-1 = no answer yet). */
  probe: number
  targets: number[]
  /** Of its first record. */
  firstLsn: Lsn
  commitLsn: Lsn
  commitGroup: number
  beganAt: Micros
  since: Micros
  endedAt: Micros
  fact: FactId
  cause: RollbackCause | ''
  /** Its connection was cut: what it did is undone without an error of its own. */
  isCut: boolean
  seen: { row: number; writtenBy: number; staleMicros: Micros }[]
}

export interface MmScript {
  table: number
  reads: number[]
  writes: number[]
  mode: ReadMode
  on: number
  /** The command that told it. */
  fact: FactId
}

export interface MmClient {
  mode: ReadMode
  /** By session: what its rows follow from, tries after 1213, and whether it is about to try. */
  seed: Float64Array
  tries: Int32Array
  isRetrying: Uint8Array
  /** A scripted session: what it runs now and next. */
  script: MmScript | null
  queue: MmScript[]
}
