/** The tank keeps its marks and words apart. */
import { expect, it } from 'vitest'
import { bottom } from '../geometry.ts'
import { exampleCapacity } from '../testing/serverlessFrames.ts'
import { spread, tankShape } from './tankShape.ts'

const box = { x: 10, y: 20, width: 16, height: 160 }

it('stands at what it has, with the growth allowance attached above', () => {
  const view = exampleCapacity({ exact: 4_000_000, allowance: 8_000_000 })
  const { fill, allowance } = tankShape(view, box, true)
  expect(fill).toEqual({ x: 10, y: 140, width: 16, height: 40 })
  expect(allowance).toEqual({ x: 10, y: 60, width: 16, height: 80 })
})

it('ends the growth allowance at the maximum', () => {
  const { allowance, fill } = tankShape(exampleCapacity({ exact: 15_000_000 }), box, true)
  expect(allowance.y).toBe(box.y)
  expect(bottom(allowance)).toBe(fill.y)
})

it('is empty while paused, and its allowance cannot be used', () => {
  const view = exampleCapacity({ state: 'paused', reported: 0, exact: 2_000_000 })
  const { fill, allowance, labels } = tankShape(view, box, true)
  expect([fill.height, allowance.height]).toEqual([0, 0])
  expect(labels.map(({ text }) => text)).toEqual(['min 0', 'now 0', 'max 16'])
})

it('says when more is needed than the maximum, and keeps the pointer at the head', () => {
  const { isNeedAbove, need } = tankShape(exampleCapacity({ max: 10_000_000 }), box, true)
  expect(isNeedAbove).toBe(true)
  expect(need).toContain('M27 20')
})

it('moves words apart and keeps them between head and foot', () => {
  const heights = spread([180, 178, 176, 24], 182, 26)
  const sorted = [...heights].sort((a, b) => b - a)
  expect(heights).toEqual(sorted)
  for (let k = 1; k < sorted.length; k++) expect(sorted[k - 1]! - sorted[k]!).toBeGreaterThan(12)
  expect(Math.max(...heights)).toBeLessThanOrEqual(182)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(26)
})
