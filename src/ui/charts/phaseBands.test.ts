/** Hold and sleep as stretches of the axis. */
import { expect, test } from 'vitest'
import type { CapacitySeries, ChartSeries } from '../../workers/api.ts'
import { phaseBands } from './phaseBands.ts'

function chart(from: number, series: Omit<CapacitySeries, 'instance' | 'need'>): ChartSeries {
  const need = series.acu.map(() => 0)
  const empty = series.acu.map(() => null)
  return {
    from,
    binMicros: 10,
    commitsPerSecond: empty,
    latencyP50Micros: empty,
    latencyP99Micros: empty,
    capacity: [{ instance: 'w1', need, ...series }],
  }
}

test('neighbouring bins of one phase are one stretch, also across a change of pace', () => {
  const charts = [
    chart(0, { acu: [2, 2, 0], phase: ['active', 'holding', 'paused'] }),
    chart(30, { acu: [0, 2], phase: ['paused', 'resuming'] }),
  ]
  expect(phaseBands(charts, 'w1', 100)).toEqual([
    { from: 10, to: 20, phase: 'holding' },
    { from: 20, to: 40, phase: 'paused' },
    { from: 40, to: 50, phase: 'resuming' },
  ])
})

test('a coarse bin that reaches into a finer chart does not lie under its words', () => {
  const charts = [
    chart(0, { acu: [0, 0], phase: ['paused', 'paused'] }),
    chart(15, { acu: [0, 0], phase: ['resuming', 'resuming'] }),
  ]
  expect(phaseBands(charts, 'w1', 100)).toEqual([
    { from: 0, to: 20, phase: 'paused' },
    { from: 20, to: 35, phase: 'resuming' },
  ])
})

test('a capacity of nothing is sleep where no phase was noted', () => {
  expect(phaseBands([chart(0, { acu: [0, 0, 2] })], 'w1', 100)).toEqual([
    { from: 0, to: 20, phase: 'paused' },
  ])
})

test('what is not computed to its end is left out, and so are other instances', () => {
  const charts = [chart(0, { acu: [0, 0] })]
  expect(phaseBands(charts, 'w1', 15)).toEqual([{ from: 0, to: 10, phase: 'paused' }])
  expect(phaseBands(charts, 'w2', 15)).toEqual([])
})
