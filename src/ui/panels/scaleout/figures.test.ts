/** Figures, shapes and the file of a measurement. */
import { expect, test } from 'vitest'
import type { ScaleOutPlacement, ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import { formatTimes, mainCause, sideBySide, timesBaseline } from './figures.ts'
import { scaleOutCsv } from './scaleOutCsv.ts'
import { scaleOutShapes } from './scaleOutShapes.ts'

const none = { inFlight: 0, staleBase: 0, noWinner: 0, rowOwned: 0, deadlock: 0, lockTimeout: 0 }

function point(
  placement: ScaleOutPlacement,
  writers: number,
  share: number,
  committed: number,
  staleBase = 0,
): ScaleOutPoint {
  return {
    ...{ placement, writers, share, committed },
    ...{ seed: 1, micros: 500_000, rolledBack: staleBase, wasted: 250_000, events: 1 },
    conflicts: { ...none, staleBase },
    scenario: {} as ScaleOutPoint['scenario'],
  }
}

const single = point('single-master', 2, 0, 500)
const one = point('common', 1, 0, 450)
const two = point('common', 2, 0, 900)
const turns = point('round-robin', 2, 0, 100, 300)
const points = [single, one, two, turns]

test('a point is told against the single master of its share', () => {
  expect(timesBaseline(points, two)).toBe(1.8)
  expect(formatTimes(timesBaseline(points, two))).toBe('1.80 ×')
  expect(timesBaseline(points, { ...two, share: 100_000 })).toBeNull()
  expect(formatTimes(null)).toBe('–')
})

test('side by side: only the most writers, the single master first', () => {
  expect(sideBySide(points, 0)).toEqual([single, turns, two])
  expect(sideBySide(points, 100_000)).toEqual([])
})

test('the main cause is the one that undid most', () => {
  expect(mainCause(turns)).toBe('staleBase')
  expect(mainCause(two)).toBeNull()
})

test('the file has a line for each run, with its seed', () => {
  const [head, first, , , last] = scaleOutCsv(points).split('\n')
  expect(head!.split(',')).toHaveLength(first!.split(',').length)
  expect(first).toBe('single-master,2,0,1,0.5,500,1000.0,1.000,0,0.25,0,0,0,0,0,0')
  expect(last).toBe('round-robin,2,0,1,0.5,100,200.0,0.200,300,0.25,0,300,0,0,0,0')
})

test('a line goes from left to right, higher for more, and its name stands at its end', () => {
  const { curves, baseline } = scaleOutShapes(points, [1, 2], [0], { width: 400, height: 200 })
  const [low, high] = curves[0]!.dots
  expect(low!.x).toBeLessThan(high!.x)
  expect(low!.y).toBeGreaterThan(baseline)
  expect(high!.y).toBeLessThan(baseline)
  expect(curves[0]!.path).toMatch(/^M.+L/)
  expect(curves[0]!.label!.x).toBeGreaterThan(high!.x)
})

test('names of lines that end together stand apart', () => {
  const shares = [0, 100_000, 300_000]
  const crowd = shares.flatMap(share => [
    point('single-master', 2, share, 500),
    point('common', 2, share, 450),
  ])
  const { curves } = scaleOutShapes(crowd, [1, 2], shares, { width: 400, height: 200 })
  const heights = curves.map(({ label }) => label!.y).sort((low, high) => low - high)
  expect(heights[1]! - heights[0]!).toBeGreaterThanOrEqual(15)
  expect(heights[2]! - heights[1]!).toBeGreaterThanOrEqual(15)
})
