/** The axis of timeline and charts. */
import { expect, test } from 'vitest'
import { paceBands } from '../store/paceAxis.ts'
import { axisScale, axisTicks } from './axisScale.ts'
import { chartPoints, nearestPoint } from './chartPoints.ts'

const pace = [
  { from: 0, speed: '1/1500' },
  { from: 8_000, speed: '1/100' },
  { from: 140_000, speed: '1' },
]
const bands = paceBands({ pace, opensAt: 0, to: 30_000_000 })

test('the scale goes from instants to pixels and back, through every change of pace', () => {
  const scale = axisScale(bands, 1_200)
  expect(scale(0)).toBe(0)
  expect(scale(30_000_000)).toBeCloseTo(1_200)
  expect(scale.invert(scale(9_000))).toBeCloseTo(9_000)
})

test('ticks are in order and far enough apart to be read', () => {
  const ticks = axisTicks(bands, 1_200)
  expect(ticks.length).toBeGreaterThan(5)
  for (const [index, { x, label }] of ticks.entries()) {
    expect(label).toMatch(/^(0|[\d.]+ (ms|s|min))$/)
    const before = ticks[index - 1]
    if (before === undefined) continue
    expect(x - before.x).toBeGreaterThan((label.length + before.label.length) * 3)
  }
})

test('hours into a run a slow stretch counts from where it began', () => {
  const late = [
    { from: 0, speed: '900' },
    { from: 1_800_000_000, speed: '1/1500' },
    { from: 1_800_040_000, speed: '900' },
  ]
  const axis = paceBands({ pace: late, opensAt: 0, to: 7_200_000_000 })
  const labels = axisTicks(axis, 1_200).map(({ label }) => label)
  expect(labels).toContain('30 min')
  expect(labels).toContain('+20 ms')
  expect(labels).toContain('2 h')
  expect(new Set(labels).size).toBe(labels.length)
})

test('a narrow axis names the changes of pace', () => {
  const steps = paceBands({ pace, opensAt: 0, to: 30_000_000 })
  const labels = axisTicks(steps, 180).map(({ label }) => label)
  expect(labels).toContain('8 ms')
})

test('the point that is read is the one drawn nearest', () => {
  const chart = (from: number, binMicros: number) => ({
    from,
    binMicros,
    commitsPerSecond: [10, 20],
    latencyP50Micros: [1, null],
    latencyP99Micros: [2, null],
  })
  const points = chartPoints([chart(0, 4_000), chart(140_000, 10_000_000)], 10_140_000)
  expect(points.map(({ at }) => at)).toEqual([2_000, 6_000, 5_140_000])
  expect(nearestPoint(points, 5_900, axisScale(bands, 1_200))?.at).toBe(6_000)
})
