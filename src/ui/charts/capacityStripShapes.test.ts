/** The strip of capacity: steps of what there was, gaps where nothing is known, one scale. */
import { expect, it } from 'vitest'
import { capacityStripShapes } from './capacityStripShapes.ts'
import type { ChartPoint } from './chartPoints.ts'

function point(at: number, acu: number | null, need: number | null): ChartPoint {
  const none = { commitsPerSecond: null, latencyP50Micros: null, latencyP99Micros: null }
  return { at, from: at, to: at + 1, ...none, capacity: [{ acu, need }], dollars: null, more: [] }
}

const x = (at: number) => at

it('has nothing to draw before anything is computed', () => {
  expect(capacityStripShapes([], x, 40)).toEqual({ has: '', hasEdge: '', needs: '', top: 0 })
})

it('puts what it had and what it needed on one scale, the highest at its head', () => {
  const { top, hasEdge, needs } = capacityStripShapes([point(0, 2, 8), point(10, 4, 8)], x, 40)
  expect(top).toBe(8)
  const height = (path: string) => Number(/M0,([\d.]+)/.exec(path)?.[1])
  expect(height(needs)).toBeLessThan(height(hasEdge))
})

it('leaves a gap where nothing is known, and stands on the ground while it sleeps', () => {
  const points = [point(0, 1, 1), point(10, null, null), point(20, 0, 0), point(30, 0, 0)]
  const { hasEdge } = capacityStripShapes(points, x, 40)
  expect(hasEdge.match(/M/g)).toHaveLength(2)
  expect(hasEdge).toContain(',39')
})
