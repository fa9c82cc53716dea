/** Shapes of demand as points, and what is refused of them. */
import { expect, test } from 'vitest'
import type { DemandCurve } from '../contract/demandCurve.ts'
import type { DemandWorkload } from '../contract/scenario.ts'
import { resolveCurve, shapeNames } from './curveShapes.ts'
import { parseScenario } from './parseScenario.ts'

const hour = 3_600_000_000
const day = 24 * hour
const million = 1_000_000

function scenarioWith(demand: Partial<DemandWorkload>, seed = 1) {
  return {
    version: 1,
    name: 'test',
    title: 'A demand under test?',
    question: 'Does it hold?',
    seed,
    cluster: { instances: [{ id: 'w1', az: 'a', class: 'serverless' }] },
    workload: [{ id: 'crowd', kind: 'demand', unit: 'ACU', ...demand }],
  }
}

function problemsOf(demand: Partial<DemandWorkload>): string[] {
  const parsed = parseScenario(scenarioWith(demand))
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`)
}

function levelsOf(curve: DemandCurve): number[] {
  return resolveCurve(curve, 1, 'crowd').points.map(({ level }) => level / million)
}

test.each(shapeNames)('S30: %s stays between low and high, in rising instants', shape => {
  const curve = { shape, high: 8, ...(shape === 'constant' ? {} : { low: 1 }) }
  expect(problemsOf({ curve })).toEqual([])
  const { points, repeatMicros } = resolveCurve(curve, 1, 'crowd')
  let before = -1
  for (const { at, level } of points) {
    expect(at).toBeGreaterThan(before)
    expect(level).toBeGreaterThanOrEqual(million)
    expect(level).toBeLessThanOrEqual(8 * million)
    before = at
  }
  if (repeatMicros > 0) expect(repeatMicros).toBeGreaterThanOrEqual(before)
  expect(Math.max(...points.map(({ level }) => level))).toBeGreaterThan(4 * million)
})

test('S30: a day has its peak at the hour that is named and its trough half a day later', () => {
  const { points, repeatMicros } = resolveCurve(
    { shape: 'day-and-night', low: 2, high: 10, at: '20h' },
    1,
    'crowd',
  )
  expect(repeatMicros).toBe(day)
  expect(points).toHaveLength(25)
  const at = (hours: number) => points.find(point => point.at === hours * hour)!.level / million
  expect([at(20), at(8), at(14), at(2)]).toEqual([10, 2, 6, 6])
  expect(at(0)).toBe(at(24))
})

test('S30: working hours are five days of seven', () => {
  const { points, repeatMicros } = resolveCurve({ shape: 'working-hours', high: 4 }, 1, 'crowd')
  expect(repeatMicros).toBe(7 * day)
  const begins = points.filter((_, index) => index % 4 === 0).map(({ at }) => at / hour)
  expect(begins).toEqual([9, 33, 57, 81, 105])
})

test('S30: a random walk is that of its seed and its name', () => {
  const walk = (seed: number, id: string) =>
    resolveCurve({ shape: 'random-walk', high: 8 }, seed, id).points
  expect(walk(1, 'crowd')).toHaveLength(288)
  expect(walk(1, 'crowd')).toEqual(walk(1, 'crowd'))
  expect(walk(2, 'crowd')).not.toEqual(walk(1, 'crowd'))
  expect(walk(1, 'shop')).not.toEqual(walk(1, 'crowd'))
})

test('S30: a ramp may fall', () => {
  expect(levelsOf({ shape: 'ramp', low: 9, high: 2 })).toEqual([9, 2])
  expect(problemsOf({ curve: { shape: 'ramp', low: 9, high: 2 } })).toEqual([])
})

test.each<[string, Partial<DemandWorkload>, string]>([
  ['neither points nor shape', {}, 'no curve'],
  ['both', { points: [['0s', 1]], curve: { shape: 'constant', high: 1 } }, 'points and a shape'],
  ['repeat of a shape', { repeat: '1d', curve: { shape: 'constant', high: 1 } }, 'by itself'],
  ['a number of another shape', { curve: { shape: 'constant', high: 1, at: '1h' } }, 'has no at'],
  ['low above high', { curve: { shape: 'spikes', low: 4, high: 1 } }, 'low is above high'],
  ['no room', { curve: { shape: 'batch', high: 1, lasts: '23h' } }, 'does not fit'],
  ['a period of nothing', { curve: { shape: 'spikes', high: 1, every: '1s' } }, 'too short'],
  ['a moment', { curve: { shape: 'ramp', high: 1, lasts: '1s' } }, 'too short'],
  ['too many steps', { curve: { shape: 'random-walk', high: 1, every: '24s' } }, 'too many'],
])('S30: %s is refused', (_, demand, said) => {
  expect(problemsOf(demand).join()).toContain(said)
})

test('W13: service times are drawn at a single master only', () => {
  const problems = (topology: string) => {
    const parsed = parseScenario({
      ...scenarioWith({}),
      cluster: { topology, instances: [{ id: 'w1', az: 'a' }] },
      tables: [{ name: 'account', rows: 80 }],
      workload: [
        {
          id: 'shop',
          kind: 'sessions',
          sessions: 1,
          think: '1s',
          transaction: { reads: 1 },
          keys: { table: 'account', pattern: 'uniform' },
          service: 'exponential',
        },
      ],
    })
    return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
  }
  expect(problems('single-master')).toEqual([])
  expect(problems('multi-master')).toEqual(['workload[0].service'])
})
