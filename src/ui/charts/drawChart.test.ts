/** Charts as paths. */
import { expect, test } from 'vitest'
import type { ChartPoint } from './chartPoints.ts'
import { drawChart, type Series } from './drawChart.ts'

const rate: Series[] = [{ name: 'commits', shape: 'solid', value: point => point.commitsPerSecond }]

function points(...values: (number | null)[]): ChartPoint[] {
  return values.map((commitsPerSecond, index) => ({
    at: index,
    from: index,
    to: index + 1,
    commitsPerSecond,
    latencyP50Micros: null,
    latencyP99Micros: null,
    capacity: [],
    dollars: null,
    more: [],
  }))
}

test('a bin without answers is a gap in the line', () => {
  const [line] = drawChart(points(1, 2, null, 3, 4), rate, at => at, 40).lines
  expect(line?.path.match(/M/g)).toHaveLength(2)
  expect(line?.dots).toEqual([])
})

test('a point between two gaps is a dot', () => {
  const [line] = drawChart(points(null, 5, null), rate, at => at * 10, 40).lines
  expect(line?.dots).toEqual([{ x: 10, y: expect.any(Number) }])
})

test('the head is a round number above the highest value, and nothing without values', () => {
  expect(drawChart(points(370), rate, at => at, 40).top).toBe(400)
  expect(drawChart(points(null), rate, at => at, 40).top).toBe(0)
})

test('capacities jump: the line holds a value up to the middle between two points', () => {
  const stepped: Series[] = [{ ...rate[0]!, shape: 'stepped' }]
  const [line] = drawChart(points(1, 2), stepped, at => at * 10, 40).lines
  const heights = [...(line?.path.matchAll(/,([\d.]+)/g) ?? [])].map(([, y]) => y)
  expect(line?.path).toMatch(/^M0,[\d.]+L5,[\d.]+L5,[\d.]+L10,/)
  expect(new Set(heights).size).toBe(2)
})
