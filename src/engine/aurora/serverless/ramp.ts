/**
 * How quickly capacity may change on each platform version: fitted to two measurements, not AWS's
 * constants. Growth and loss a second are whole fractions of the literals of the reference, so
 * that no engine needs a power. Rules S3 and S13.
 */
import type { Ppm } from '../../contract/units.ts'

export interface Ramp {
  /** Of the capacity it has, a second: 2^(1/doubling) - 1, in parts of 10^8. */
  growth: number
  /** Tokens held at most, and gained a second, in micro-ACU. */
  burst: number
  refill: number
  /** CPU of an ACU against that of platform 4: elapsed time, at most 1.69, 1.3 and 1. */
  speedPpm: Ppm
}

/** Doubling in 20 s: 0.03526492384137758; in 36 s: 0.019440643702144822. */
export const ramps: Readonly<Record<2 | 3 | 4, Ramp>> = {
  4: { growth: 3_526_492, burst: 16_000_000, refill: 187_500, speedPpm: 1_000_000 },
  3: { growth: 1_944_064, burst: 16_000_000, refill: 103_000, speedPpm: 769_231 },
  2: { growth: 1_944_064, burst: 16_000_000, refill: 103_000, speedPpm: 591_716 },
}
export const growthParts = 100_000_000

/** Halving in 120 s: 1 - 0.9942404238175473, in parts of 10^9. */
export const lossPerSecond = 5_759_576
export const lossParts = 1_000_000_000

/** Capacities lie on a grid of half an ACU; woken, it begins with two. */
export const gridMicroAcu = 500_000
export const resumeMicroAcu = 2_000_000
