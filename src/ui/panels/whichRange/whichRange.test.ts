/** Which range is better than which, what is said of it, and where its dot stands. */
import { expect, test } from 'vitest'
import type { RangeChoice, RangeRow } from '../../../engine/contract/whichRange.ts'
import { whichRangeSentences } from '../../../words/whichRangeSentences.ts'
import { bestRanges, evenAcu, gridAround, missedPpm, nameOf, verdictOf } from './figures.ts'
import { loadOf } from './loadOf.ts'
import { rangeShapes } from './rangeShapes.ts'

const fixedChoice: RangeChoice = { kind: 'fixed', class: 'db.r6g.large' }

function range(min: number, max: number): RangeChoice {
  return { kind: 'range', min, max, pauseAfter: '300s' }
}

function row(choice: RangeChoice, total: number, late: number, meanAcu = 2): RangeRow {
  return {
    choice,
    scenario: {} as RangeRow['scenario'],
    micros: 86_400_000_000,
    prompt: 1_000 - late,
    late,
    refused: 0,
    wakes: 0,
    wakingMicros: 0,
    pausedMicros: 0,
    maxConnections: 1_000,
    meanAcu,
    cost: { compute: `${total}`, storage: '0', io: '0', total: `${total}` },
  }
}

test('nothing beats the cheapest and the most prompt; a range in between may be beaten', () => {
  const rows = [
    row(range(0, 8), 2, 100),
    row(range(2, 8), 5, 10),
    row(range(1, 8), 6, 50),
    row(range(8, 8), 9, 0),
    row(fixedChoice, 1, 0),
  ]
  expect(bestRanges(rows).map(({ choice }) => nameOf(choice))).toEqual([
    '0 to 8 ACU',
    '2 to 8 ACU',
    '8 to 8 ACU',
  ])
})

test.each<[string, RangeRow, RangeRow]>([
  ['cheaper', row(range(0, 8), 2, 4), row(fixedChoice, 6, 0)],
  ['cheaperLater', row(range(0, 8), 2, 40), row(fixedChoice, 6, 0)],
  ['dearer', row(range(0, 8), 9, 4), row(fixedChoice, 6, 0)],
  ['dearerLater', row(range(0, 8), 9, 40), row(fixedChoice, 6, 0)],
  ['fixedShort', row(range(0, 8), 9, 4), row(fixedChoice, 6, 200)],
])('%s', (verdict, mine, theirs) => {
  expect(verdictOf(mine, theirs)).toBe(verdict)
  expect(whichRangeSentences).toHaveProperty([`whichRange.verdict.${verdict}`])
  expect(whichRangeSentences).toHaveProperty([`whichRange.short.${verdict}`])
})

test('an instance that costs three times as much is even at three times the mean', () => {
  expect(evenAcu(row(range(0, 8), 2, 0, 1.5), row(fixedChoice, 6, 0))).toBe(4.5)
  expect(evenAcu(row(range(0, 8), 0, 0, 0), row(fixedChoice, 6, 0))).toBeNull()
  expect(missedPpm({ ...row(range(0, 8), 1, 0), prompt: 0 })).toBe(0)
})

test('ranges around one lie on the grid, have an order, and come once', () => {
  const grid = gridAround(8, '300s')
  const names = grid.map(nameOf)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('0 to 8 ACU')
  expect(names).toContain('4 to 16 ACU')
  for (const choice of [...grid, ...gridAround(1, '300s'), ...gridAround(256, '300s')]) {
    if (choice.kind !== 'range') throw new Error('a fixed one')
    expect(choice.min).toBeLessThanOrEqual(choice.max)
    expect(Number.isInteger(choice.min * 2) && Number.isInteger(choice.max * 2)).toBe(true)
    expect(choice.max >= 1 && choice.max <= 256).toBe(true)
  }
})

test('dots go right with the cost and up with those who wait; names do not touch', () => {
  const rows = [
    row(range(0, 8), 2, 100),
    row(range(0.5, 8), 2.01, 101),
    row(range(8, 8), 9, 0),
    row(fixedChoice, 6, 0),
  ]
  const { dots } = rangeShapes(rows, { width: 700, height: 280 })
  const [late, hidden, prompt, fixed] = dots
  expect(prompt!.x).toBeGreaterThan(fixed!.x)
  expect(late!.y).toBeLessThan(prompt!.y)
  expect(fixed).toMatchObject({ isFixed: true, isBest: false })
  expect(late!.label?.text).toBe('0–8 ACU')
  expect(hidden!.label).toBeNull()
  expect(prompt!.label?.anchor).toBe('end')
})

test('the load of the stage is its own definition, or what was drawn over it', () => {
  const choice = { shape: 'own', low: 0, high: 1 } as const
  const curve = { shape: 'spikes', high: 4 } as const
  const own = { id: 'day', kind: 'demand', on: 'w1', unit: 'ACU', curve, connections: 9 } as const
  const scenario = { workload: [own] } as unknown as Parameters<typeof loadOf>[1]
  const view = { id: 'day', unit: 'ACU', isDrawn: false, curve: [], repeatMicros: 0 }
  type View = Parameters<typeof loadOf>[2]
  expect(loadOf(choice, scenario, view as unknown as View)).toEqual({
    unit: 'ACU',
    curve,
    connections: 9,
  })
  const drawn = { ...view, isDrawn: true, curve: [[0, 2_500_000]], repeatMicros: 60_000_000 }
  expect(loadOf(choice, scenario, drawn as unknown as View)).toEqual({
    unit: 'ACU',
    points: [['0d', 2.5]],
    repeat: '1min',
    connections: 9,
  })
  expect(loadOf(choice, scenario, undefined)).toBeNull()
  expect(loadOf({ shape: 'constant', low: 3, high: 4 }, scenario, undefined)).toMatchObject({
    curve: { shape: 'constant', high: 4 },
  })
})
