/** Formula, chain and histories agree within the interval of the histories, whatever the times. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FailureTimes } from '../contract/durability.ts'
import { closedForm } from './closedForm.ts'
import { createTally, drawHistories, sampledOf } from './histories.ts'
import { layoutsOf } from './layouts.ts'
import { solveChain } from './solveChain.ts'
import { year } from './year.ts'

const second = 1_000_000
const between = (least: number, most: number) =>
  fc.double({ min: 0, max: 1, noNaN: true }).map(share => least * (most / least) ** share)

const times: fc.Arbitrary<FailureTimes> = fc.record({
  segmentMttf: between(year / 50, 100 * year),
  repair: between(8 * second, 86_400 * second),
  zoneMtbf: between(year / 30, 30 * year),
  zoneOutage: between(60 * second, 2 * 86_400 * second),
})

/** What comes once in more histories than are drawn shows in no interval: a thousandth at most. */
const unseen = 0.001

/** Five standard errors on either side. */
const wide = 5 / 1.96

test('H8: histories hold the chain in their interval, and the formula what the chain says', () => {
  const measures = ['stalled', 'lost'] as const
  fc.assert(fc.property(times, fc.nat(3), fc.nat(2), fc.constantFrom(...measures), fc.nat(), run), {
    numRuns: 30,
    seed: 8,
  })
})

function run(
  its: FailureTimes,
  way: number,
  which: number,
  measure: 'stalled' | 'lost',
  seed: number,
): void {
  const layouts = layoutsOf(way % 2 === 1, way > 1)
  const layout = layouts[which % layouts.length]!
  const told = solveChain(layout, measure, its)
  const tally = createTally(seed, 'property')
  drawHistories(tally, { layout, measure, times: its }, 3_000)
  const { mean, halfWidth } = sampledOf(tally, measure)
  expect(Math.abs(mean - told)).toBeLessThanOrEqual(wide * halfWidth + unseen * told)
  expect(halfWidth).toBeLessThan(told / 2)
  const formula = closedForm(layout, measure, its)
  expect(formula).toBeGreaterThan(told * (1 - 1e-9))
  if (measure === 'stalled') expect(formula).toBeLessThan(told * (1 + 1e-9))
}
