/** A point of a chart as the engine is asked about it. */
import { expect, test } from 'vitest'
import type { ChartPoint } from './chartPoints.ts'
import type { Series } from './drawChart.ts'
import { lineAsked, pointSubject } from './pointSubject.ts'

const point = { from: 1_000, to: 3_000.4, more: [4, 9, null] } as ChartPoint

function seriesOf(...names: string[]): Series[] {
  return names.map((of, index) => ({
    name: of,
    of,
    shape: 'solid',
    value: ({ more }) => more[index] ?? null,
  }))
}

test('of several lines the one that stands highest there is meant', () => {
  const readers = seriesOf('r1', 'r2', 'r3')
  expect(lineAsked('lag', readers, point)).toBe('lag/r2')
  expect(pointSubject(point, [lineAsked('lag', readers, point)])).toBe('point:1000-3000:lag/r2')
})

test('a chart of one thing has no name behind it, and cost is cost', () => {
  const plain = seriesOf('r1').map(({ of: _, ...rest }) => rest)
  expect(lineAsked('points', plain, point)).toBe('points')
  expect(lineAsked('commits', seriesOf('commits'), point)).toBe('commits')
  expect(pointSubject(point, ['latency', lineAsked('bill', plain, point)])).toBe(
    'point:1000-3000:latency:cost',
  )
})
