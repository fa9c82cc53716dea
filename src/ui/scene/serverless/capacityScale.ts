/**
 * How capacities become sizes: the area of the breathing circle is the capacity, so its radius
 * grows with the square root; the tank beside it is straight.
 */
import { round } from '../geometry.ts'

/** A circle smaller than this could not be seen; below it the tank still tells apart. */
const leastRadius = 5

/** `most` is the radius of the maximum; a need above the maximum may go a little beyond. */
export function radiusOf(microAcu: number, max: number, most: number): number {
  const share = max <= 0 ? 0 : Math.max(0, microAcu) / max
  return round(Math.max(leastRadius, most * Math.sqrt(share)))
}

/** How high a capacity stands in the tank, from 0 at its foot to 1 at the maximum. */
export function levelOf(microAcu: number, max: number): number {
  return max <= 0 ? 0 : Math.min(1, Math.max(0, microAcu / max))
}
