/**
 * The range of Serverless v2 in ACU: on a grid of one half, minimum 0 (may pause) or from 0.5,
 * maximum 1 to 256, and never below the minimum (published: API).
 */

const mostAcu = 256
/** PostgreSQL, Serverless v1. */
export const mostV1Acu = 384
const leastMax = 1
export const microAcu = 1_000_000

export const defaultRange = { min: 0.5, max: 16 } as const

/** Null when the range is possible, else what is wrong with it: a key and the limits. */
export function rangeProblem(min: number, max: number): 'grid' | 'limits' | 'order' | null {
  if (!isOnGrid(min) || !isOnGrid(max)) return 'grid'
  if (min < 0 || min > mostAcu || max < leastMax || max > mostAcu) return 'limits'
  return min > max ? 'order' : null
}

export const rangeRule = 'multiples of 0.5 ACU: min 0, or 0.5 to 256; max 1 to 256; min up to max'

function isOnGrid(acu: number): boolean {
  return Number.isSafeInteger(acu * 2)
}
