/**
 * Walking down a chain of causes: the answer is held as it was given while one looks at its steps,
 * each at its own instant. A step whose own causes are not in the list can be asked about in turn;
 * going back ends at the instant of the first question.
 */
import type { Cause } from '../../../engine/contract/cause.ts'
import type { Micros } from '../../../engine/contract/units.ts'

/** An answer that is held, the step one stands on, and the instant at which it was asked. */
export interface HeldAnswer {
  causes: Cause[]
  step: number
  at: Micros
}

/** The questions asked on the way, the last is shown; none = nobody walks. */
export type CauseWalk = readonly HeldAnswer[]

export function standingOn(walk: CauseWalk): Cause | null {
  const held = walk.at(-1)
  return held?.causes[held.step] ?? null
}

export function stepTo(walk: CauseWalk, step: number): CauseWalk {
  const held = walk.at(-1)
  if (held === undefined || held.causes[step] === undefined) return walk
  return [...walk.slice(0, -1), { ...held, step }]
}

/** One asks on about a step: its answer lies on top, and one stands on the fact itself. */
export function askedOn(walk: CauseWalk, causes: Cause[], at: Micros): CauseWalk {
  return causes.length === 0 ? walk : [...walk, { causes, step: 0, at }]
}

/** The instant of the step one stands on; a step without one belongs to its question. */
export function instantOf(walk: CauseWalk): Micros {
  return standingOn(walk)?.at ?? walk.at(-1)?.at ?? 0
}

/** Where Back leads: the step from which one asked on, or the instant of the first question. */
export function backTo(walk: CauseWalk): { walk: CauseWalk; at: Micros } {
  const before = walk.slice(0, -1)
  return { walk: before, at: before.length > 0 ? instantOf(before) : (walk[0]?.at ?? 0) }
}

/** Its causes are known and not in the list: a step that only points at a fact, or a cut chain. */
export function canAskOn(causes: Cause[], index: number): boolean {
  const cause = causes[index]
  if (cause === undefined || cause.fact === null || cause.isRoot === true) return false
  if (!cause.key.startsWith('fact.')) return true
  const next = causes.slice(index + 1).find(({ key }) => key.startsWith('fact.'))
  return next === undefined || next.depth <= cause.depth
}
