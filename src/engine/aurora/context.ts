/**
 * What a handler gets beside its own node: the world, the fact that led here, a way to tell what
 * happened, and a note of what it touched, so that a law's cost follows what was touched and not
 * the size of the world. A context lives for one event and is no part of the state.
 */
import type { Fact, FactKey, Facts } from '../contract/facts.ts'
import type { FactId, Lsn } from '../contract/units.ts'
import type { EventRecord } from '../kernel/eventQueue.ts'
import type { Mechanism, Receiver } from './mechanism.ts'
import type { World } from './world.ts'

export interface Context {
  world: World
  /** The fact that led to what happens now; 0 = none inside the run. */
  cause: FactId
  /** Told facts go here. */
  sink: FactSink
  /** False: only notable facts are made, detailed ones are merely numbered. */
  isListening: boolean
  touched: Touched
  /** Those that this cluster needs; in the order in which the core asks them. */
  mechanisms: readonly Mechanism[]
  /** Receivers by number on the wire, those of the mechanisms included. */
  receivers: (Receiver | undefined)[]
  /** Timers of the mechanisms by event kind. */
  timers: (((ctx: Context, event: EventRecord) => void) | undefined)[]
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
  readCount: number
  /** Power, links, epochs, members or what can be read changed: the status is looked at again. */
  hasTopologyChanged: boolean
}

export function createTouched(): Touched {
  return {
    segments: [],
    segmentCount: 0,
    instances: [],
    instanceCount: 0,
    commits: [],
    commitCount: 0,
    reads: [],
    readPoints: [],
    readCount: 0,
    hasTopologyChanged: false,
  }
}

export function clearTouched(touched: Touched): void {
  touched.segmentCount = 0
  touched.instanceCount = 0
  touched.commitCount = 0
  touched.readCount = 0
  touched.hasTopologyChanged = false
}

/** While nothing can be read, a copy that has come further may be the one that can. */
export function touchSegment(ctx: Context, group: number, slot: number): void {
  if (!ctx.world.status.hasReads) ctx.touched.hasTopologyChanged = true
  ctx.touched.segments[ctx.touched.segmentCount++] = group * 8 + slot
}

export function touchInstance(ctx: Context, instance: number): void {
  ctx.touched.instances[ctx.touched.instanceCount++] = instance
}

export function touchCommit(ctx: Context, lsn: Lsn): void {
  ctx.touched.commits[ctx.touched.commitCount++] = lsn
}

/**
 * Tells a fact and returns its id. On hot paths guard detailed facts, so that no parameters are
 * made for nobody: `if (ctx.isListening) tell(ctx, 'VdlAdvanced', { vdl })` `else skipFact(ctx)`.
 * Either way the same id is used up.
 */
export function tell<K extends FactKey>(ctx: Context, fact: K, parameters: Facts[K]): FactId {
  const id = ++ctx.world.factCount
  ctx.sink({ id, at: ctx.world.now, fact, cause: ctx.cause, parameters } as Fact)
  return id
}

/** Uses up the id of a detailed fact that nobody listens to. */
export function skipFact(ctx: Context): FactId {
  return ++ctx.world.factCount
}
