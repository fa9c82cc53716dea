/** Figures of two sides: unit, difference, and who fares better. */
import { expect, test } from 'vitest'
import type { Report } from '../../engine/contract/report.ts'
import { figureRows } from './figureRows.ts'

function reportOf(committed: number, downMicros: number, total: string): Report {
  return {
    transactions: { committed, rolledBack: 0, retried: 0, unknown: 0, open: 0 },
    instances: [
      { id: 'w1', commits: committed, latencyP50Micros: 2_000, latencyP99Micros: 9_000 },
      { id: 'r1', commits: 0, latencyP50Micros: 0, latencyP99Micros: 0 },
    ],
    availability: { withoutWriterMicros: 0, undone: 0, staleReads: 2, clients: [{ downMicros }] },
    cost: { compute: '1', storage: '0', io: '0', total },
  } as unknown as Report
}

function rowOf(name: string, here: Report, there: Report, ios: [number | null, number | null]) {
  const missed = { late: 0, refused: ios[0] ?? 0 }
  const sides = [
    { report: here, ios: ios[0], missed },
    { report: there, ios: ios[1], missed: null },
  ] as const
  const rows = figureRows(...sides)
  return rows.find(row => row.name === name)
}

const [here, there] = [reportOf(1_200, 0, '1.5'), reportOf(900, 2_500_000, '1.25')]

test('each figure has its unit, the difference of the other side, and who is better', () => {
  expect(rowOf('Refused, of the demand', here, there, [4, 4])).toMatchObject({
    here: '4',
    there: '–',
    better: null,
  })
  expect(rowOf('Commits', here, there, [4, 4])).toMatchObject({
    here: '1,200',
    there: '900',
    difference: '−300',
    better: 'here',
  })
  expect(rowOf('Applications without answers', here, there, [4, 4])).toMatchObject({
    difference: '+2.5 s',
    better: 'here',
  })
  expect(rowOf('Cost so far', here, there, [4, 4])).toMatchObject({
    difference: '−$0.2500',
    better: 'there',
  })
  expect(rowOf('Commit latency, p99', here, there, [4, 4])).toMatchObject({
    here: '9 ms',
    better: 'same',
  })
})

test('a number that is not known on either side has no difference', () => {
  expect(rowOf('I/Os', here, there, [null, 7])).toMatchObject({
    here: '–',
    difference: '',
    better: null,
  })
  const idle = reportOf(0, 0, '1')
  expect(rowOf('Commit latency, p50', here, idle, [1, 1])).toMatchObject({ there: '–' })
})

test('both sides have the same figures, and of what was nothing there is no row', () => {
  const one = { report: here, ios: 1, missed: null }
  const names = figureRows(one, { ...one, report: there }).map(({ name }) => name)
  expect(names).not.toContain('Rolled back')
  expect(new Set(names).size).toBe(names.length)
  expect(names.slice(-4)).toEqual(['Compute', 'Storage', 'I/O', 'Cost so far'])
})
