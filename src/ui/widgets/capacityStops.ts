/**
 * The stops of the sliders for minimum and maximum: all on the grid of half an ACU, finer where
 * capacities are small, so that a slider reaches 256 and an arrow key still says something.
 */

/** Stops beyond `from` in steps of `step`, up to `to`. */
const stretches = [
  { from: 0, to: 16, step: 0.5 },
  { from: 16, to: 32, step: 1 },
  { from: 32, to: 64, step: 2 },
  { from: 64, to: 128, step: 4 },
  { from: 128, to: 256, step: 8 },
]

function stopsIn({ from, to, step }: (typeof stretches)[number]): number[] {
  return Array.from({ length: (to - from) / step }, (_, k) => from + (k + 1) * step)
}

export const capacityStops: number[] = [0, ...stretches.flatMap(stopsIn)]

/** The place of the stop nearest to a capacity; the lower one when two are as near. */
export function nearestStop(acu: number, stops: readonly number[] = capacityStops): number {
  const distances = stops.map(stop => Math.abs(stop - acu))
  return distances.indexOf(Math.min(...distances))
}

/** The least maximum of Serverless v2. */
const leastMax = 1

export interface AcuRange {
  min: number
  max: number
}

/** The maximum is at least 1 ACU. */
export function rangeBetween(min: number, max: number): AcuRange {
  return { min, max: Math.max(leastMax, max) }
}
