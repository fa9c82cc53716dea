/** Percentiles of a histogram of latencies. */
import { bucketMicros } from '../aurora/database/latencyHistogram.ts'
import type { Micros, Ppm } from '../contract/units.ts'

const million = 1_000_000

/** The latency that `ppm` of a million did not exceed, to the bucket's lower edge; 0 when empty. */
export function latencyPercentile(histogram: Uint32Array, ppm: Ppm): Micros {
  let total = 0
  for (let bucket = 0; bucket < histogram.length; bucket++) total += histogram[bucket]!
  const wanted = Math.max(1, Math.ceil((total * ppm) / million))
  let seen = 0
  for (let bucket = 0; bucket < histogram.length; bucket++) {
    seen += histogram[bucket]!
    if (seen >= wanted) return bucketMicros(bucket)
  }
  return 0
}
