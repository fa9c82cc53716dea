/**
 * A mechanism that only some clusters have, as Multi-Master: what it receives, the timers it sets,
 * and where the core asks it. The core knows none of them by name; its code is loaded only for
 * clusters that need it. State stands in the world as plain data, never here. Beside it the context
 * that every handler gets, since each speaks of the other.
 */
import type { Command, CommandName, Reason } from '../contract/commands.ts'
import type { Fact } from '../contract/facts.ts'
import type { Frame } from '../contract/frame.ts'
import type { MessageKind } from '../contract/messages.ts'
import type { InstanceId } from '../contract/ids.ts'
import type { ConflictCause } from '../contract/refusals.ts'
import type { SqlError } from '../contract/sql.ts'
import type { FactId, Lsn, Micros } from '../contract/units.ts'
import type { EventRecord } from '../kernel/eventQueue.ts'
import type { WriterMemory } from './instance.ts'
import type { Host, Outcome } from './relations/execution.ts'
import type { Proposing } from './sql/several.ts'
import type { ToldHistory } from './toldHistory.ts'
import type { Segment, World } from './world.ts'

/** `actor` is the receiver's actor number. Returns true to keep the message's slot. */
export type Receiver = (ctx: Context, actor: number, slot: number) => boolean

/** `node` is the index of the storage node. */
export type Persister = (ctx: Context, node: number, slot: number) => void

/** What the disks of storage nodes add to the foreground; asleep it changes nothing. */
export interface StorageHooks {
  /** A disk write takes `plain` micros by itself; a negative answer says that it fails. */
  writeMicros(ctx: Context, node: number, slot: number, plain: Micros): Micros
  /** A page read takes `plain` micros by itself. */
  readMicros(ctx: Context, segment: Segment, page: number, plain: Micros): Micros
  /** Up to `count` records of the chain, from `first` on, come to the segment's disk. */
  receiveRecords(ctx: Context, segment: Segment, first: number, count: number): void
  /** The same, from a peer, up to an LSN. */
  receiveGossip(ctx: Context, segment: Segment, upTo: Lsn): void
  /** False: the page read is damaged and is not given out. */
  servesPage(ctx: Context, segment: Segment, page: number): boolean
}

/** How a command is looked at and carried out. */
export interface Verb<K extends CommandName> {
  /** Null when it can be carried out now. */
  validate(world: World, command: Given<K>): Reason | null
  give(ctx: Context, command: Given<K>): void
}

export type Given<K extends CommandName> = Extract<Command, { do: K }>

/** What a change of members adds to every request; asleep it changes nothing. */
export interface MemberHooks {
  /** The message in `payload` is about to leave: it carries its sender's membership epoch. */
  stamp(ctx: Context, from: number, to: number, kind: number): void
  /** A message has arrived. False: its receiver refuses it, or is no member any more. */
  admits(ctx: Context, slot: number): boolean
  /** The last group is full: the volume adds one. */
  grow(ctx: Context): void
}

/** A row: its page, and its place on it. */
export interface RowPlace {
  page: number
  place: number
}

/** The verdict on a group of page changes, and of a refused one what was in its way. */
export interface GroupDecided {
  /** As it was given with the group. */
  owner: number
  /** Index of the writer. */
  writer: number
  transaction: number
  proposal: number
  /** 0 user · 1 rollback · 2 commit · 3 purge · 4 change of a table. */
  reason: number
  isAccepted: boolean
  /** Its writer had died, and the members decided without it. */
  isOrphaned: boolean
  /** The last one of the group, in the writer's own space. */
  lsn: Lsn
  cause: ConflictCause | ''
  /** The page that was refused, the version proposed on, and the newest one found there. */
  page: number
  base: number
  version: number
  winner: InstanceId | ''
}

/**
 * What typed SQL does otherwise where several instances write; it comes as a file of its own. A
 * session is found by its slot among the transactions of its instance.
 */
export interface SeveralWriters {
  /** A connection begins with nothing on its way to storage. */
  newProposing(world: World): Proposing
  /** What a host is otherwise. */
  hostOf(ctx: Context, index: number, slot: number): Partial<Host>
  /**
   * A statement has stopped: it rests until something comes, or goes on at once, or fails for this
   * cause.
   */
  rest(ctx: Context, index: number, slot: number, outcome: Stop): Rest
  /** A transaction is undone: those that know of it learn its end. */
  rolledBack(ctx: Context, index: number, transaction: number): void
  /** The page `next` of a table of the scenario, or a fresh one behind all. */
  pageOfScenario(ctx: Context, next: number): number
  /** The statement is over; a session that undid what was lost is gone then. */
  letGo(ctx: Context, index: number, proposing: Proposing): void
  sessionGone(ctx: Context, index: number): void
}

export type Rest = 'rests' | 'goesOn' | 'lockTimeout' | 'definitionChanged'

/** Why a statement stops that several writers see to. */
export type Stop = Extract<
  Outcome,
  { state: 'page' | 'room' | 'commit' | 'sync' | 'ddl' | 'owned' | 'fenced' }
>

export interface Mechanism {
  several?: SeveralWriters
  /** Fills its own part of the world at instant zero and sets its first timers. */
  create(world: World): void
  /** Kinds that it receives; they take the place of the core's own receivers. */
  receivers: Partial<Record<MessageKind, Receiver>>
  /** What a storage node does when the bytes of such a message are on its disk. */
  persisters?: Partial<Record<MessageKind, Persister>>
  /** By event kind; they take the place of the core's own timers. */
  timers: Record<number, (ctx: Context, event: EventRecord) => void>
  /**
   * After the core has acted: the process died with what it had in memory, or will be up after
   * `instance.restart`.
   */
  instanceCrashed?(ctx: Context, instance: number, before: WriterMemory): void
  instanceRestarting?(ctx: Context, instance: number): void
  nodeCrashed?(ctx: Context, node: number): void
  nodeRestarted?(ctx: Context, node: number): void
  /** Links were cut or mended, or lose more or less; the cause is the fact that told of it. */
  linksChanged?(ctx: Context): void
  /** A command changed how many sessions an application has, or how long they think. */
  workloadChanged?(ctx: Context, application: number): void
  /** A segment has told this writer of a newer volume epoch than its own. */
  newerEpochHeard?(ctx: Context, instance: number, epoch: number): void
  /** A writer has recovered the volume and is open; the cause is the fact that told of it. */
  volumeOpened?(ctx: Context, instance: number): void
  /** A cluster that was stopped is open again; the cause is the fact that told of it. */
  clusterStarted?(ctx: Context): void
  /** The transaction must wait for this row; it is run again when the row is free. */
  holdsRow?(ctx: Context, instance: number, txn: number, row: RowPlace): boolean
  /** Work of no application may go on: its page or room is there, or VDL has passed. */
  goOn?(ctx: Context, instance: number, txn: number): void
  /** Somebody wants to connect to an instance that is asleep, or about to be. */
  connectionAsked?(ctx: Context, instance: number): void
  /** With readers: a transaction ends and its client is answered; its slot is not free yet. */
  transactionFinished?(ctx: Context, instance: number, txn: number): void
  /** Nothing is left of an interrupted transaction. */
  transactionUndone?(ctx: Context, serial: number): void
  /** VDL of this instance has moved; the cause is the fact that told of it. */
  vdlAdvanced?(ctx: Context, instance: number): void
  /** Multi-Master: the verdict on a group of pages that a typed session has proposed. */
  groupDecided?(ctx: Context, decided: GroupDecided): void
  /** Multi-Master: a typed session has the latch that it waited for; it asks again. */
  latchFree?(ctx: Context, writer: number, owner: number): void
  /** Multi-Master: the answer to a typed session's wish for a page; the message slot. */
  pageHere?(ctx: Context, writer: number, message: number): void
  /** Multi-Master: a writer that recovers undoes what its process had open; the rest is known. */
  undoTyped?(ctx: Context, writer: number): void
  /** Multi-Master, by choice: a survivor does so instead, once the members have decided. */
  takeOverTyped?(ctx: Context, dead: number, survivor: number): void
  /** Multi-Master: of that, something is left, and the writer is not online yet. */
  isTypedLeft?(world: World, writer: number): boolean
  /** Multi-Master: a typed session may read now; not done = another writer stayed silent. */
  regionalSynced?(ctx: Context, session: number, isDone: boolean): void
  /** Multi-Master: a change of a definition is everywhere, or lost with who carried it out. */
  ddlEnded?(ctx: Context, session: number, isDone: boolean): void
  /** Multi-Master: who uses the table under DDL at this writer is cut; says how many. */
  tableFenced?(ctx: Context, writer: number): number
  /** Serverless v1: a change of capacity is forced: these sessions are cut; says how many. */
  blockersCut?(ctx: Context, instance: number, cut: { sessions: string[]; error: SqlError }): number
  storage?: StorageHooks
  members?: MemberHooks
  /** Takes the place of the core's look at quorums and stalls. */
  updateStatus?(ctx: Context): void
  /** Commands that it carries out. */
  verbs: { [K in CommandName]?: Verb<K> }
  /** For the picture: the flag of a message that is refused, or is a refusal, or undoes; else 0. */
  bounce?(world: World, slot: number): number
  /** What a timeline keeps for its charts, as numbers. */
  gauge?(world: World): number[]
  /** Adds its part to the picture and corrects what the core cannot know. */
  view(world: World, frame: Frame): void
}

export interface Context {
  world: World
  /** The fact that led to what happens now; 0 = none inside the run. */
  cause: FactId
  /** Told facts go here. */
  sink: FactSink
  /** False: only notable facts are made, detailed ones are merely numbered. */
  isListening: boolean
  /** Whoever keeps the history of the run; null = nobody. */
  history: ToldHistory | null
  touched: Touched
  /** Those that this cluster needs; in the order in which the core asks them. */
  mechanisms: readonly Mechanism[]
  /** Receivers by number on the wire, those of the mechanisms included. */
  receivers: (Receiver | undefined)[]
  /** By number of the message on the wire, those of the mechanisms included. */
  persisters: (Persister | undefined)[]
  /** Timers of the mechanisms by event kind. */
  timers: (((ctx: Context, event: EventRecord) => void) | undefined)[]
  storage: StorageHooks | null
  members: MemberHooks | null
}

export type FactSink = (fact: Fact) => void

/** Filled by handlers, emptied before each event. Lists are reused: only `…Count` entries count. */
export interface Touched {
  /** `group * 8 + slot` of each segment whose SCL, epoch or records changed. */
  segments: number[]
  segmentCount: number
  /** Index of each instance whose log points or status changed. */
  instances: number[]
  instanceCount: number
  /** LSN of each commit acknowledged. */
  commits: Lsn[]
  commitCount: number
  /** Page reads served by storage: `group * 8 + slot`, and the read point asked for. */
  reads: number[]
  readPoints: Lsn[]
  readPages: number[]
  readCount: number
  /** Power, links, epochs, members or what can be read changed: the status is looked at again. */
  hasTopologyChanged: boolean
  /** Several writers: versions of pages were accepted; a copy took a version, or said yes. */
  hasAccepted: boolean
  hasCopied: boolean
}
