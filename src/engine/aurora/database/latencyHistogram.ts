/**
 * A histogram of latencies whose buckets grow with what they hold: sixteen to each doubling, so
 * that a percentile is right to about 6 % from a microsecond to an hour.
 */
import type { Micros } from '../../contract/units.ts'

const stepBits = 4
const steps = 1 << stepBits
const longestMicros = 4_294_967_295
const bucketCount = (32 - stepBits + 1) * steps

export function createLatencyHistogram(): Uint32Array {
  return new Uint32Array(bucketCount)
}

export function recordLatency(histogram: Uint32Array, micros: Micros): void {
  histogram[bucketOf(micros)]!++
}

function bucketOf(micros: Micros): number {
  const latency = Math.min(micros, longestMicros) >>> 0
  if (latency < steps) return latency
  const exponent = 31 - Math.clz32(latency)
  return (exponent - stepBits + 1) * steps + ((latency >>> (exponent - stepBits)) & (steps - 1))
}

/** The shortest latency of a bucket. */
export function bucketMicros(bucket: number): Micros {
  if (bucket < steps) return bucket
  const exponent = Math.floor(bucket / steps) + stepBits - 1
  let width = 1
  for (let doubling = stepBits; doubling < exponent; doubling++) width *= 2
  return (steps + (bucket % steps)) * width
}
