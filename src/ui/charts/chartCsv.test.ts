/** The file of the charts has a head for every column, and gaps stay gaps. */
import { expect, test } from 'vitest'
import type { ChartSeries } from '../../workers/api.ts'
import { chartCsv } from './chartCsv.ts'
import { chartPoints } from './chartPoints.ts'

const chart: ChartSeries = {
  from: 0,
  binMicros: 1_000_000,
  commitsPerSecond: [12, 0],
  latencyP50Micros: [900, null],
  latencyP99Micros: [1_500, null],
  capacity: [{ instance: 'w1', acu: [2, 2.5], need: [3, null] }],
  dollars: [0.01, 0.02],
  more: [
    { chart: 'down', name: 'shop', values: [0, 0.5] },
    { chart: 'conflicts', name: 'staleBase', values: [null, 3] },
  ],
}

test('one line a bin, one column a series', () => {
  const lines = chartCsv([chart], chartPoints([chart], 2_000_000))
    .trimEnd()
    .split('\n')
  expect(lines).toEqual([
    'seconds,commits_per_second,latency_p50_micros,latency_p99_micros,' +
      'w1_acu,w1_need_acu,dollars,down_shop,conflicts_staleBase',
    '0.5,12,900,1500,2,3,0.01,0,',
    '1.5,0,,,2.5,,0.02,0.5,3',
  ])
})
