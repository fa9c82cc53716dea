/** The further charts: time without service, who is behind, and why things conflict. */
import { expect, test } from 'vitest'
import type { Fact } from '../engine/contract/facts.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import { parseScenario } from '../engine/formats/parseScenario.ts'
import { usedBy } from '../engine/report/dollarsUsed.ts'
import { staleBase } from '../engine/scenarios/staleBase.ts'
import { writerLostSingle } from '../engine/scenarios/writerLost.ts'
import { createSimulation, runUntil } from '../engine/simulation.ts'
import { everything } from '../engine/wings/everything.ts'
import { type Sample, closeBin, createChart } from './chart.ts'
import { dollarSeries, moreSeries } from './moreSeries.ts'
import { sampleOf } from './sampleOf.ts'
import { seriesOf } from './seriesOf.ts'

const setup = {
  workload: [{ id: 'shop' }],
  instances: [
    { id: 'w1', role: 'writer' },
    { id: 'r1', role: 'reader' },
  ],
} as unknown as Setup

function sampleAt(down: number, lag: number): Sample {
  return { down: [down], lag: [0, lag], ahead: { written: lag, complete: 1 }, used: null }
}

function rolledBack(at: number, cause: string): Fact {
  return { id: at, at, fact: 'TransactionRolledBack', parameters: { cause } } as unknown as Fact
}

function drawn(samples: (Sample | null)[], bins: number, facts: Fact[] = []) {
  const chart = createChart(2)
  for (const sample of samples) closeBin(chart, [0, 0], null, sample)
  const horizon = samples.length * 1_000
  const range = { from: 0, to: horizon, bins, horizon, bucketMicros: () => 0 }
  const more = moreSeries({ chart, facts, horizon }, setup, seriesOf(chart, range))
  return Object.fromEntries(more.map(({ chart: its, name, values }) => [`${its} ${name}`, values]))
}

const samples = [sampleAt(0, 10), sampleAt(500, 20), sampleAt(1_500, 30), sampleAt(1_500, 5)]

test('an application is down for the share of each bin in which it was', () => {
  expect(drawn(samples, 4)['down shop']).toEqual([0, 0.5, 1, 0])
  expect(drawn(samples, 2)['down shop']).toEqual([0.25, 0.5])
})

test('lag and log points are what stood at the end of a bin; a lone writer follows nobody', () => {
  const series = drawn(samples, 2)
  expect(series['lag r1']).toEqual([20, 5])
  expect(series['lag w1']).toBeUndefined()
  expect(series['points written']).toEqual([20, 5])
})

test('conflicts are counted by cause, and every cause of the run has its series', () => {
  const facts = [
    rolledBack(200, 'staleBase'),
    rolledBack(900, 'noWinner'),
    rolledBack(3_500, 'noWinner'),
  ]
  const series = drawn(samples, 4, facts)
  expect(series['conflicts noWinner']).toEqual([1, 0, 0, 1])
  expect(series['conflicts staleBase']).toEqual([1, 0, 0, 0])
})

test('what was not noted is a gap, not a nought', () => {
  expect(drawn([null, sampleAt(0, 7), sampleAt(0, 8)], 3)).toMatchObject({
    'down shop': [null, null, 0],
    'lag r1': [null, 7, 8],
  })
})

test('B9: dollars are those of what was noted, else of the gauges of serverless instances', () => {
  const parsed = parseScenario(writerLostSingle)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const { world } = createSimulation(parsed.setup, everything)
  const chart = createChart(2)
  closeBin(chart, [0, 0], null, null)
  closeBin(chart, [0, 0], null, { ...sampleAt(0, 7), used: usedBy(world) })
  const horizon = 2_000
  const range = { from: 0, to: 3_000, bins: 3, horizon, bucketMicros: () => 0 }
  const track = { chart, facts: [], horizon }
  const series = { ...seriesOf(chart, range), dollars: [0.5, 0.5, null] }
  const [unknown, noted, beyond] = dollarSeries(track, parsed.setup, series)
  expect([unknown, beyond]).toEqual([null, null])
  const instances = parsed.setup.instances.map(its => ({ ...its, isServerless: true }))
  expect(dollarSeries(track, { ...parsed.setup, instances }, series)[0]).toBe(0.5)
  // Ten minutes of three instances, at least.
  expect(noted).toBeCloseTo((3 * 0.29) / 6, 4)
  const { dollars: _, ...plain } = series
  expect(dollarSeries(track, parsed.setup, plain)[0]).toBeNull()
})

test('with several writers each has its own line of how far its log is ahead', () => {
  const parsed = parseScenario(staleBase)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  runUntil(simulation, parsed.setup.opensAtMicros + 100_000, Number.MAX_SAFE_INTEGER)
  const { writers } = simulation.world.multiMaster!
  const chart = createChart(2)
  closeBin(chart, [0, 0], null, sampleOf(simulation))
  const range = { from: 0, to: 1_000, bins: 1, horizon: 1_000, bucketMicros: () => 0 }
  const track = { chart, facts: [], horizon: 1_000 }
  const lines = moreSeries(track, parsed.setup, seriesOf(chart, range))
  expect(lines.filter(each => each.chart === 'points')).toEqual(
    writers.map(({ nextLsn, vdl }, index) => ({
      chart: 'points',
      name: parsed.setup.instances[index]!.id,
      values: [nextLsn - 1 - vdl],
    })),
  )
})
