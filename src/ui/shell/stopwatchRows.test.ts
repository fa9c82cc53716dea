/** What the stopwatch tells of two stories, as text. */
import { expect, test } from 'vitest'
import type { ApplicationOutage } from '../../engine/contract/availabilityView.ts'
import { stopwatchRows } from './stopwatchRows.ts'

const shop: ApplicationOutage = {
  id: 'shop',
  downMicros: 30_000_000,
  unknown: 3,
  errors: { 1290: 4, 2013: 6 },
  staleReads: 12,
  worstStaleMicros: 34_000,
  recovery: { at: 1_000_000, pacePpm: 100_000_000, tookMicros: 31_000_000 },
}

const calm: ApplicationOutage = {
  ...shop,
  id: 'depot',
  downMicros: 0,
  unknown: 0,
  errors: {},
  staleReads: 0,
  recovery: null,
}

const availability = {
  withoutWriterMicros: 20_000_000,
  unknown: 3,
  undone: 2,
  staleReads: 12,
  worstStaleMicros: 34_000,
  applications: [shop, calm],
}

const felt = { story: 's', title: 'S?', at: 40_000_000, applications: [], availability }

function cellOf(name: string, its = felt): string[] {
  return stopwatchRows([its]).find(row => row.name === name)!.cells[0]!
}

test('times, counts and errors, an application a line', () => {
  expect(cellOf('Nothing could be committed')).toEqual(['20 s'])
  expect(cellOf('Without answers')).toEqual(['shop 30 s', 'depot none'])
  expect(cellOf('Back at nine tenths')).toEqual(['shop after 31 s', 'depot –'])
  expect(cellOf('Undone after the loss')).toEqual(['2'])
  expect(cellOf('Errors seen')).toEqual(['shop 1290 × 4, 2013 × 6', 'depot none'])
  expect(cellOf('Stale reads')).toEqual(['shop 12, by up to 34 ms', 'depot none'])
})

test('a loss not over yet says so, and what has not come is a dash', () => {
  const recovery = { at: 1, pacePpm: 1, tookMicros: null }
  const applications = [{ ...shop, recovery }]
  const its = { ...felt, availability: { ...availability, applications } }
  expect(cellOf('Back at nine tenths', its)).toEqual(['shop not yet'])
  const [first] = stopwatchRows([{ ...felt, availability: null as never }])
  expect(first!.cells).toEqual([['–']])
})
