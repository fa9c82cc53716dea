/** Round instants over the diagram, as far apart as their words need. */
import { ticks } from 'd3-array'
import type { Micros } from '../../engine/contract/units.ts'
import { formatTick } from '../widgets/formatInstant.ts'

interface Tick {
  at: Micros
  x: number
  label: string
}

const tickPixels = 110
const minute = 60_000_000

/** Far into a run instants are told from the first of them on, which stands in full. */
export function axisTicks(
  { from, to }: { from: Micros; to: Micros },
  { left, right }: { left: number; right: number },
): Tick[] {
  const count = Math.max(1, Math.floor((right - left) / tickPixels))
  const instants = ticks(from, to, count).filter(at => at >= from && at <= to)
  const step = (instants[1] ?? to) - (instants[0] ?? from) || 1
  const first = instants[0] ?? from
  const x = (at: Micros) => left + ((at - from) / Math.max(1, to - from)) * (right - left)
  const label = (at: Micros) =>
    first < minute || at === first ? formatTick(at, step) : `+${formatTick(at - first, step)}`
  const inside = instants.filter(at => x(at) - left >= 18 && right - x(at) >= 24)
  return inside.map(at => ({ at, x: x(at), label: label(at) }))
}
