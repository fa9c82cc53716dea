/** The histogram of latencies against sorted samples. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latencyPercentile } from '../../report/latencyPercentile.ts'
import { createLatencyHistogram, recordLatency } from './latencyHistogram.ts'

test('a percentile is at most one part in sixteen below the true one', () => {
  const samples = fc.array(fc.nat(4_000_000_000), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(samples, fc.integer({ min: 1, max: 1_000_000 }), (latencies, ppm) => {
      const histogram = createLatencyHistogram()
      for (const latency of latencies) recordLatency(histogram, latency)
      const sorted = [...latencies].sort((one, other) => one - other)
      const exact = sorted[Math.max(1, Math.ceil((sorted.length * ppm) / 1_000_000)) - 1]!
      const found = latencyPercentile(histogram, ppm)
      expect(found).toBeLessThanOrEqual(exact)
      expect(found).toBeGreaterThanOrEqual(Math.floor((exact * 15) / 16))
    }),
  )
})

test('an empty histogram says 0, and hours fall into the last bucket', () => {
  const histogram = createLatencyHistogram()
  expect(latencyPercentile(histogram, 500_000)).toBe(0)
  recordLatency(histogram, 36_000_000_000)
  expect(latencyPercentile(histogram, 500_000)).toBeGreaterThan(4_000_000_000)
})
