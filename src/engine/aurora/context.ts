/**
 * What a handler gets beside its own node: the world, the fact that led here, a way to tell what
 * happened, and a note of what it touched, so that a law's cost follows what was touched and not
 * the size of the world. A context lives for one event and is no part of the state.
 */
import type { Fact, FactKey, Facts } from '../contract/facts.ts'
import type { FactId, Lsn } from '../contract/units.ts'
import type { Context, Touched } from './mechanism.ts'

export type { Context, Touched } from './mechanism.ts'

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
    readPages: [],
    readCount: 0,
    hasTopologyChanged: false,
    hasAccepted: false,
    hasCopied: false,
  }
}

export function clearTouched(touched: Touched): void {
  touched.segmentCount = 0
  touched.instanceCount = 0
  touched.commitCount = 0
  touched.readCount = 0
  touched.hasTopologyChanged = false
  touched.hasAccepted = false
  touched.hasCopied = false
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
