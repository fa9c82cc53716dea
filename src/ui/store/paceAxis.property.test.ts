/** The axis by viewing time is a bijection: it keeps the order and loses no instant. */
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { instantAt, paceBands, shareAt } from './paceAxis.ts'

const speed = fc.constantFrom('1/10000', '1/1500', '1/5', '1', '20', 'max')
const story = fc
  .record({
    opensAt: fc.integer({ min: 0, max: 5_000_000 }),
    steps: fc.array(fc.tuple(fc.integer({ min: 1, max: 30_000_000 }), speed), { maxLength: 6 }),
    length: fc.integer({ min: 1, max: 7_200_000_000 }),
  })
  .map(({ opensAt, steps, length }) => {
    let from = opensAt
    const pace = steps.map(([wait, speed], index) => {
      from += index === 0 ? 0 : wait
      return { from, speed }
    })
    return { opensAt, pace, to: opensAt + length }
  })

test.prop([story])('bands join without a gap and fill the axis', story => {
  const bands = paceBands(story)
  expect(bands[0]?.start).toBe(0)
  expect(bands.at(-1)?.end).toBeCloseTo(1, 9)
  for (const [index, band] of bands.entries()) {
    expect(band.end).toBeGreaterThan(band.start)
    if (index > 0) expect(band.from).toBe(bands[index - 1]?.to)
  }
})

test.prop([story, fc.double({ min: 0, max: 1, noNaN: true })])(
  'an instant found at a place stands at that place',
  (story, share) => {
    const bands = paceBands(story)
    const at = instantAt(bands, share)
    const band = bands.find(({ to }) => at <= to)
    const microsecond = band === undefined ? 0 : (band.end - band.start) / (band.to - band.from)
    expect(Math.abs(shareAt(bands, at) - share)).toBeLessThanOrEqual(microsecond + 1e-9)
  },
)

test.prop([
  story,
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
])('what is later never stands further left', (story, a, b) => {
  const bands = paceBands(story)
  const [first, second] = [instantAt(bands, Math.min(a, b)), instantAt(bands, Math.max(a, b))]
  expect(first).toBeLessThanOrEqual(second)
})
