/** The rows of "which range": the same items for all, and what serverless is good for. */
import { expect, test } from 'vitest'
import type { DemandCurve } from '../contract/demandCurve.ts'
import type { RangeChoice, RangeRow, WhichRangeRequest } from '../contract/whichRange.ts'
import { everything } from '../wings/everything.ts'
import { playRanges } from './playRanges.ts'

const fixed: RangeChoice = { kind: 'fixed', class: 'db.r6g.large' }

function range(min: number, max: number): RangeChoice {
  return { kind: 'range', min, max, pauseAfter: '300s' }
}

function play(curve: DemandCurve, until: string, choices: RangeChoice[]): RangeRow[] {
  const load: WhichRangeRequest['load'] = { unit: 'ACU', curve, connections: 40 }
  const heard: number[] = []
  const request = { seed: 1, load, connectTimeout: '10s', until, choices }
  const { rows } = playRanges(request, everything, ({ done }) => heard.push(done))
  expect(heard).toEqual(choices.map((_, index) => index + 1))
  return rows
}

function all({ prompt, late, refused }: RangeRow): number {
  return prompt + late + refused
}

test('S33: a twelfth of the time at work: asleep it costs a fraction, and the first wait', () => {
  const curve: DemandCurve = { shape: 'batch', high: 6, at: '40min', lasts: '20min', every: '4h' }
  const [asleep, awake, instance] = play(curve, '4h', [range(0, 8), range(2, 8), fixed])
  expect(asleep!.wakes).toBe(1)
  expect(asleep!.wakingMicros).toBe(15_000_000)
  expect(asleep!.refused).toBeGreaterThan(awake!.refused)
  expect(instance).toMatchObject({ late: 0, refused: 0, meanAcu: 8, maxConnections: 1_000 })
  expect(Number(asleep!.cost.total) / Number(instance!.cost.total)).toBeLessThan(0.5)
  expect(Number(awake!.cost.total)).toBeGreaterThan(Number(instance!.cost.total))
  for (const row of [asleep!, awake!]) expect(Math.abs(all(row) - all(instance!))).toBeLessThan(3)
})

test('S33: under a constant load the instance is cheaper, and nobody waits with either', () => {
  const [serverless, instance] = play({ shape: 'constant', high: 5 }, '1h', [range(8, 16), fixed])
  expect(serverless).toMatchObject({ late: 0, refused: 0, wakes: 0 })
  const { storage, io } = instance!.cost
  expect(serverless!.cost).toMatchObject({ storage, io })
  expect(Number(serverless!.cost.compute)).toBeCloseTo(8 * 0.12, 2)
  expect(Number(instance!.cost.compute)).toBeCloseTo(0.26, 4)
})

test('S33: a choice that is none is refused with the reason', () => {
  expect(() => play({ shape: 'constant', high: 1 }, '1h', [range(9, 8)])).toThrow('9 to 8 ACU')
})
