/** Round instants between two others: tens and fives, and from ten seconds on as clocks count. */
import { ticks } from 'd3-array'
import type { Micros } from '../../engine/contract/units.ts'

const second = 1_000_000
const minute = 60 * second
const hour = 60 * minute
const clockSteps: Micros[] = [
  ...[10, 15, 30].map(count => count * second),
  ...[1, 2, 5, 10, 15, 30].map(count => count * minute),
  ...[1, 2, 3, 6, 12, 24].map(count => count * hour),
]

/** About `count` of them, in order. */
export function roundSteps(from: Micros, to: Micros, count: number): Micros[] {
  const least = (to - from) / Math.max(1, count)
  if (least < 5 * second) return ticks(from, to, count)
  const step = clockSteps.find(each => each >= least) ?? 24 * hour
  const first = Math.ceil(from / step)
  const many = Math.max(0, Math.floor(to / step) - first + 1)
  return Array.from({ length: many }, (_, k) => (first + k) * step)
}
