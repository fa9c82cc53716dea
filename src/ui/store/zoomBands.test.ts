/** A zoom shows a part of the axis over all of its width, and nothing moves against anything. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paceBands, shareAt } from './paceAxis.ts'
import { zoomBands } from './zoomBands.ts'

const bands = paceBands({
  pace: [
    { from: 0, speed: '1/100' },
    { from: 40_000, speed: '1' },
  ],
  opensAt: 10_000,
  to: 4_000_000,
})

test('the ends of the zoom are the ends of the axis', () => {
  const zoomed = zoomBands(bands, { from: 20_000, to: 2_000_000 })
  expect(zoomed.map(({ from, to }) => [from, to])).toEqual([
    [20_000, 40_000],
    [40_000, 2_000_000],
  ])
  expect(zoomed[0]?.start).toBe(0)
  expect(zoomed.at(-1)?.end).toBe(1)
})

test('without a zoom the axis stays as it is', () => {
  expect(zoomBands(bands, null)).toBe(bands)
})

test('order and proportion within a stretch are kept', () => {
  const instant = fc.integer({ min: 0, max: 4_000_000 })
  fc.assert(
    fc.property(instant, instant, instant, (a, b, c) => {
      const [from, , to] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
      const at = [a, b, c].sort((x, y) => x - y)[1] as number
      fc.pre(to - from > 10)
      const share = shareAt(zoomBands(bands, { from, to }), at)
      const [start, end] = [shareAt(bands, from), shareAt(bands, to)]
      expect(share).toBeCloseTo((shareAt(bands, at) - start) / (end - start), 6)
    }),
    { numRuns: 100, seed: 8 },
  )
})
