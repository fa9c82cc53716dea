/** The crossings stand where the prices cross. */
import { expect, test } from 'vitest'
import type { BreakEven } from '../../../engine/contract/bill.ts'
import { breakEvenShapes } from './breakEvenShapes.ts'

const breakEven: BreakEven = {
  classes: [
    { class: 'db.r6g.large', nanoPerHour: 260_000_000, acuV2: 2.17, acuV1: 4.33 },
    { class: 'db.r6g.xlarge', nanoPerHour: 519_000_000, acuV2: 4.33, acuV1: 8.65 },
    { class: 'db.r5.large', nanoPerHour: 290_000_000, acuV2: 2.42, acuV1: 4.83 },
  ],
  nanoPerAcuHour: { v1: 60_000_000, v2: 120_000_000 },
  ioMillions: null,
}

const ask = { family: 'r6g', hours: 730, mean: null, width: 400, height: 230 } as const

test('a dot lies on the line of Serverless and on that of its class', () => {
  const { levels, rising, left, foot } = breakEvenShapes(breakEven, ask)
  expect(levels.map(its => its.class)).toEqual(['db.r6g.large', 'db.r6g.xlarge'])
  const [v2, v1] = rising
  for (const { crossing, y } of levels) {
    const onLine = foot + ((crossing!.x - left) / (v2!.x - left)) * (v2!.y - foot)
    expect(onLine).toBeCloseTo(y, -1)
  }
  expect(foot - v1!.y).toBeCloseTo((foot - v2!.y) / 2, 6)
})

test('the mean of the run has a place, however large', () => {
  expect(breakEvenShapes(breakEven, ask).here).toBeNull()
  const { here, right, left } = breakEvenShapes(breakEven, { ...ask, mean: 90 })
  expect(here).toBeGreaterThan(left)
  expect(here).toBeLessThan(right)
})
