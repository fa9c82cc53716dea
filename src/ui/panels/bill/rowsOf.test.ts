/** Rows of a comparison: which there are, what each used, and how they are drawn and saved. */
import { expect, test } from 'vitest'
import type { Bill, ComparedRun, MonthItem, Usage } from '../../../engine/contract/bill.ts'
import { barShapes } from './barShapes.ts'
import { billCsv } from './billCsv.ts'
import { cheapestOf, type PricedRow, rowsOf } from './rowsOf.ts'

const span = { instance: 'w1', class: 'db.r5.large', from: 0, until: null }
const usage: Usage = {
  at: 60_000_000,
  isIoOptimized: false,
  spans: [span],
  acu: null,
  groupMicros: 60_000_000,
  ios: 7,
}

const fixed: ComparedRun = {
  kind: 'provisioned',
  classes: ['db.r5.large', 'db.r6g.large'],
  vcpus: 2,
  range: null,
  usage,
  committed: 5,
  latencyP99Micros: 4_000,
  late: 0,
  refused: 0,
}

const elastic: ComparedRun = {
  ...fixed,
  kind: 'v2',
  classes: [],
  range: { min: 0.5, max: 16 },
  usage: { ...usage, spans: [] },
}

const own: ComparedRun = { ...elastic, kind: 'own', usage }

const compared = { at: usage.at, runs: [own, fixed, elastic], missing: [] }

function bill(compute: number, io: number, isIoOptimized = false): Bill {
  const monthBy: Record<MonthItem, number> = { compute, storage: 10, io, backup: 0 }
  const line = { item: 'compute', of: 'v2', quantity: '1', unit: 'ACU-h', dollars: '0.12' } as const
  const lines = [{ ...line, nano: 120_000_000 }]
  const monthNano = compute + 10 + io
  const sums = { nano: 120_000_000, dollars: '0.12', monthNano, monthDollars: '1.00', monthBy }
  return { isIoOptimized, lines, ...sums }
}

function priced(refused = 0): PricedRow[] {
  return rowsOf(compared, 'r6g').map((row, index) => ({
    ...row,
    run: { ...row.run, refused: index === 1 ? refused : 0 },
    pair: [bill(100 * (index + 1), 50), index === 2 ? null : bill(130 * (index + 1), 0, true)],
  }))
}

test('the run itself, Serverless, then the classes of a family by their own name', () => {
  const rows = rowsOf(compared, 'r6g')
  expect(rows.map(({ name }) => name)).toEqual([
    'This run, as it is',
    'Serverless v2, 0.5 to 16 ACU',
    'db.r6g.large',
  ])
  expect(rows[2]!.usage.spans).toEqual([{ ...span, class: 'db.r6g.large' }])
  expect(rows[0]!.usage).toBe(usage)
  expect(rowsOf(compared, 't3')).toHaveLength(2)
  expect(rowsOf(null, 'r5')).toEqual([])
})

test('the least month is one of a row that refuses nobody', () => {
  const rows = priced()
  expect(cheapestOf(rows)).toBe(140)
  expect(cheapestOf(rows.slice(1))).toBe(260)
  expect(cheapestOf(priced(3).slice(1))).toBe(360)
  expect(cheapestOf([])).toBeNull()
})

test('bars lie end to end, two for each row, one where the second has no price', () => {
  const { groups, height } = barShapes(priced(), 484)
  expect(groups.map(({ bars }) => bars.length)).toEqual([2, 2, 1])
  for (const { parts, end, nano } of groups.flatMap(({ bars }) => bars)) {
    expect(parts.slice(1).map(({ x }) => x)).toEqual(
      parts.slice(0, -1).map(({ x, width }) => x + width),
    )
    expect(end).toBeCloseTo((nano / 360) * 400, 6)
  }
  expect(height).toBeGreaterThan(groups.at(-1)!.bars[0]!.y)
})

test('a file has a line for each row and way to pay, in dollars', () => {
  const lines = billCsv(priced()).trim().split('\n')
  expect(lines).toHaveLength(1 + 5)
  const [first, last] = [lines[1]!, lines.at(-1)!].map(line => line.split(','))
  expect(first!.slice(0, 4)).toEqual(['own', 'Standard', '60', '0.120000000'])
  expect(last![0]).toBe('db.r6g.large')
  const columns = lines[0]!.split(',').length
  expect(new Set(lines.map(line => line.split(',').length))).toEqual(new Set([columns]))
})
