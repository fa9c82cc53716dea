/** Capacity, need and dollars are what the gauges say at the end of each bin. */
import { expect, test } from 'vitest'
import type { Setup } from '../engine/contract/scenario.ts'
import { capacityOf } from './capacityOf.ts'
import { type Chart, closeBin, createChart } from './chart.ts'
import { seriesOf } from './seriesOf.ts'

const setup = { instances: [{ id: 'w1', isServerless: true }] } as Setup
const dollarsAt = (_: Setup, at: number, acuSeconds: number, ios: number) => at + acuSeconds + ios

/** It reports one ACU more in each bin; the meter was settled at the bin's begin. */
function filled(bins: number): Chart {
  const chart = createChart(1)
  for (let bin = 1; bin <= bins; bin++) {
    const phase = bin % 2 === 0 ? 1 : 0
    const counted = [bin * 10, (bin - 1) * 1_000, 5, (bin - 1) * 1_000, 1]
    closeBin(chart, [0], [...counted, 0, bin * 1_000_000, 500_000, phase])
  }
  return chart
}

function drawn(chart: Chart, to: number, bins: number) {
  const range = { from: 0, to, bins, horizon: to, bucketMicros: (bucket: number) => bucket }
  return capacityOf(chart, setup, { series: seriesOf(chart, range), dollarsAt })
}

test('a value a bin, null beyond what is computed', () => {
  const { capacity, dollars } = drawn(filled(3), 4_000, 4)
  expect(capacity).toEqual([
    {
      instance: 'w1',
      acu: [1, 2, 3, null],
      need: [0.5, 0.5, 0.5, null],
      phase: ['active', 'holding', 'active', null],
    },
  ])
  // The instant, what was counted, what was reported since, and the I/Os.
  expect(dollars).toEqual([2_010 + 5, 4_020 + 5, 6_030 + 5, null])
})

test('coarser bins show what stood at their end', () => {
  expect(drawn(filled(4), 4_000, 2).capacity?.[0]?.acu).toEqual([2, 4])
  // The first 16,384 bins were joined in pairs; the instant is the end of the 1,808th after them.
  expect(drawn(filled(20_000), 20_000_000, 10).capacity?.[0]?.acu.at(-1)).toBe(18_192)
})

test('a cluster without serverless instances has neither', () => {
  const range = { from: 0, to: 1_000, bins: 1, horizon: 1_000, bucketMicros: () => 0 }
  const series = seriesOf(createChart(1), range)
  const plain = { instances: [{ id: 'w1', isServerless: false }] } as Setup
  expect(capacityOf(createChart(1), plain, { series, dollarsAt })).toEqual({})
})

test('an instance that becomes serverless on the way is drawn from then on (Z4)', () => {
  const chart = createChart(1)
  const counted = [0, 0, 0, 0, 1]
  closeBin(chart, [0], null)
  closeBin(chart, [0], [...counted, 1, 2_000_000, 1_000_000, 0])
  const range = { from: 0, to: 2_000, bins: 2, horizon: 2_000, bucketMicros: () => 0 }
  const both = {
    instances: [
      { id: 'w1', isServerless: false },
      { id: 'w2', isServerless: false },
    ],
  } as Setup
  const { capacity } = capacityOf(chart, both, { series: seriesOf(chart, range), dollarsAt })
  expect(capacity).toEqual([
    { instance: 'w2', acu: [null, 2], need: [null, 1], phase: [null, 'active'] },
  ])
})
