/**
 * One second of the control loop: the target on the grid of half an ACU, tokens refilled, capacity
 * grown by what rate and tokens allow, or lowered after a hold. Growth is rounded up and loss down
 * to whole micro-ACU. Rule S3.
 */
import type { Micros } from '../../contract/units.ts'
import { gridMicroAcu, growthParts, lossParts, lossPerSecond, type Ramp } from './ramp.ts'
import type { Capacity, ControlLoop } from './serverless.ts'

export interface Range {
  min: number
  max: number
  holdMicros: Micros
}

const secondMicros = 1_000_000

export function regulate(loop: ControlLoop, need: number, range: Range, ramp: Ramp): void {
  loop.target = targetOf(need, range)
  loop.tokens = Math.min(ramp.burst, loop.tokens + ramp.refill)
  if (loop.target > loop.exact) grow(loop, ramp)
  else if (loop.target < loop.exact) shrink(loop, range)
  else loop.lowMicros = 0
}

/** With a minimum of 0 an instance that is awake has half an ACU at least. */
export function targetOf(need: number, { min, max }: Pick<Range, 'min' | 'max'>): number {
  const wanted = Math.ceil(need / gridMicroAcu) * gridMicroAcu
  return Math.min(max, Math.max(leastOf(min), wanted))
}

export function mostOf({ cpu, memory, network, floor }: Capacity['need']): number {
  return Math.max(cpu, memory, network, floor)
}

export function leastOf(min: number): number {
  return min > 0 ? min : gridMicroAcu
}

/** As reported and billed: on the grid, rounded down. */
export function reportedOf(exact: number): number {
  return Math.floor(exact / gridMicroAcu) * gridMicroAcu
}

function grow(loop: ControlLoop, { growth }: Ramp): void {
  loop.lowMicros = 0
  const byRate = Math.ceil((loop.exact * growth) / growthParts)
  const gained = Math.min(loop.target - loop.exact, byRate, loop.tokens)
  loop.exact += gained
  loop.tokens -= gained
}

/** A maximum lowered below what it has needs no hold. */
function shrink(loop: ControlLoop, { max, holdMicros }: Range): void {
  loop.lowMicros += secondMicros
  if (loop.lowMicros <= holdMicros && loop.exact <= max) return
  const lost = Math.floor((loop.exact * lossPerSecond) / lossParts)
  loop.exact = Math.max(loop.target, loop.exact - lost)
}
