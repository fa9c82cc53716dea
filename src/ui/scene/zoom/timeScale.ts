/** Model time across a ladder: where an instant lies, and the steps of its axis. */
import type { TransactionInside } from '../../../engine/contract/inside.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { type Box, round } from '../geometry.ts'
import { textWidth } from '../label.ts'
import { stepOf } from '../letters.ts'

export interface TimeScale {
  /** The part of the picture in which time runs. */
  left: number
  right: number
  from: Micros
  to: Micros
  /** What counts as zero. */
  zero: Micros
  x(at: Micros): number
}

/** Names stand at the left; on a narrow stage above their rung. */
export function timeScale(its: TransactionInside, across: Box, isNarrow: boolean): TimeScale {
  const names = isNarrow ? 0 : Math.min(across.width * 0.26, stepOf(17) * 15)
  const [left, right] = [across.x + names + 4, across.x + across.width - 8]
  const { from } = its
  const to = Math.max(its.to, from + 1)
  const zero = its.moments.find(({ what }) => what === 'began')?.at ?? from
  const x = (at: Micros) => round(left + ((at - from) / (to - from)) * (right - left))
  return { left, right, from, to, zero, x }
}

const steps = [1, 2, 5]

/** Whole steps of 1, 2 or 5 of a power of ten, as many as have room for their words. */
export function ticksOf({ from, to, zero, left, right }: TimeScale): Micros[] {
  const most = Math.max(2, Math.floor((right - left) / (textWidth('00.00 ms', 11) + 18)))
  let step = 10
  while ((to - from) / step > most) step = nextStep(step)
  const first = Math.ceil((from - zero) / step) * step
  const ticks: Micros[] = []
  for (let at = first; at <= to - zero; at += step) ticks.push(at)
  return ticks
}

function nextStep(step: number): number {
  let power = 1
  while (power * 10 <= step) power *= 10
  const next = steps.find(each => each * power > step)
  return next === undefined ? power * 10 : next * power
}
