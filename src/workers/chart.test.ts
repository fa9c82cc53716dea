/** The chart loses no commit, however long the run and however it is drawn. */
import { expect, test } from 'vitest'
import { type Chart, chartUpTo, closeBin, createChart, nextEdge, noteCommits } from './chart.ts'
import { seriesOf } from './seriesOf.ts'

const bucketMicros = (bucket: number) => bucket * 100

/** One commit a bin, in the bucket after the one before. */
function filled(bins: number): Chart {
  const chart = createChart(4)
  const latencies = [0, 0, 0, 0]
  for (let bin = 0; bin < bins; bin++) {
    latencies[bin % 4]!++
    closeBin(chart, latencies)
  }
  return chart
}

function commitsIn(chart: Chart, to: number): number {
  const series = seriesOf(chart, { from: 0, to, bins: 100, horizon: to, bucketMicros })
  return series.commitsPerSecond.reduce<number>((sum, rate, index) => {
    const covered = Math.min(series.binMicros, to - index * series.binMicros)
    return sum + ((rate ?? 0) * covered) / 1_000_000
  }, 0)
}

test('a long run has coarser bins, as many commits, and an edge that goes on', () => {
  const chart = filled(100_000)
  expect(chart.bins.length).toBeLessThan(16_384)
  expect(chart.binMicros).toBe(2_048_000)
  expect(nextEdge(chart)).toBe((chart.bins.length + 1) * 2_048_000)
  const to = chart.bins.length * chart.binMicros
  expect(Math.round(commitsIn(chart, to))).toBe(100_000)
})

test('bins are never finer than they are kept, and begin at a whole one', () => {
  const range = { from: 5_500, to: 9_200, bins: 1_000, horizon: 20_000, bucketMicros }
  const { from, binMicros, commitsPerSecond } = seriesOf(filled(20), range)
  expect({ from, binMicros }).toEqual({ from: 5_000, binMicros: 1_000 })
  expect(commitsPerSecond).toEqual([1_000, 1_000, 1_000, 1_000, 1_000])
})

test('a bin without an answer has no latency, one that is not computed has no rate either', () => {
  const range = { from: 0, to: 12_000, bins: 3, horizon: 8_000, bucketMicros }
  const series = seriesOf(filled(4), range)
  expect(series.latencyP50Micros).toEqual([100, null, null])
  expect(series.latencyP99Micros).toEqual([300, null, null])
  expect(series.commitsPerSecond).toEqual([1_000, 0, null])
})

test('the bin that is still open counts up to where the run is computed', () => {
  const chart = filled(2)
  noteCommits(chart, [1, 1, 5, 0])
  const range = { from: 2_000, to: 3_000, bins: 1, horizon: 2_500, bucketMicros }
  expect(seriesOf(chart, range).commitsPerSecond).toEqual([10_000])
})

test('a branch takes the bins before it left, and counts on from there', () => {
  const left = chartUpTo(filled(10), 6_400)
  expect(left.bins).toHaveLength(6)
  expect([...left.closed]).toEqual([2, 2, 1, 1])
  noteCommits(left, [2, 2, 4, 1])
  expect([...left.open]).toEqual([0, 0, 3, 0])
})
