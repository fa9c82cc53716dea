/** Motion is arithmetic: the place of a message follows from its instants and the time alone. */
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { positionAt, shareOfWay } from './positionAt.ts'
import { routePoints, trace } from './trace.ts'

const coordinate = fc.integer({ min: -500, max: 2_000 })
const point = fc.record({ x: coordinate, y: coordinate })
const share = fc.double({ min: 0, max: 1, noNaN: true })

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

describe('the way of a message', () => {
  test.prop([point, point, point, point])('begins and ends at its ends', (from, to, one, two) => {
    const route = trace(from, [{ to, controls: [one, two] }])
    expect(distance(positionAt(route, 0), from)).toBeLessThan(0.01)
    expect(distance(positionAt(route, 1), to)).toBeLessThan(0.01)
  })

  test.prop([point, point, share])('is even: half the time is half the way', (from, to, part) => {
    fc.pre(distance(from, to) > 1)
    const gone = distance(positionAt(trace(from, [{ to, controls: null }]), part), from)
    expect(gone).toBeCloseTo(distance(from, to) * part, 1)
  })

  test.prop([point, point, point, point])('has no leaps', (from, to, one, two) => {
    const { points } = trace(from, [{ to, controls: [one, two] }])
    const legs = Array.from({ length: routePoints - 1 }, (_, k) => {
      const at = (index: number) => ({ x: points[2 * index] ?? 0, y: points[2 * index + 1] ?? 0 })
      return distance(at(k), at(k + 1))
    })
    const length = legs.reduce((sum, leg) => sum + leg, 0)
    expect(Math.max(...legs)).toBeLessThanOrEqual((length / legs.length) * 1.8 + 0.01)
  })
})

describe('the share of the way', () => {
  const instant = fc.integer({ min: 0, max: 10_000_000_000 })

  test.prop([instant, fc.integer({ min: 1, max: 1_000_000 }), instant, instant])(
    'never falls and stays between 0 and 1',
    (sentAt, way, one, other) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const early = shareOfWay(before, sentAt, sentAt + way)
      const late = shareOfWay(after, sentAt, sentAt + way)
      expect(early).toBeLessThanOrEqual(late)
      expect(early).toBeGreaterThanOrEqual(0)
      expect(late).toBeLessThanOrEqual(1)
    },
  )
})
