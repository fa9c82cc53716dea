/** The lines of the console: order, what waits, and what an earlier instant shows. */
import { describe, expect, it } from 'vitest'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { passingAt, transcriptOf } from './transcript.ts'

function record(session: string, submittedAt: number, finishedAt: number | null): StatementRecord {
  const status = finishedAt === null ? 'waiting' : 'ok'
  return { session, on: 'w1', text: 'SELECT 1', submittedAt, finishedAt, status }
}

/** Bob waits from 30 on; Ann's statement at 50 lets him go on at 53. */
const records = [
  record('setup', 1, 2),
  record('ann', 10, 12),
  record('bob', 30, 53),
  record('ann', 50, 55),
  record('bob', 60, null),
]

describe('the transcript', () => {
  it('has a line for each statement, none for what set the tables up', () => {
    const lines = transcriptOf(records, { from: 0, at: 100 })
    expect(lines.map(({ number, session }) => `${number} ${session}`)).toEqual([
      '1 ann',
      '2 bob',
      '3 ann',
      '4 bob',
    ])
    expect(lines.map(({ isOpen }) => isOpen)).toEqual([false, false, false, true])
  })

  it('tells after which line a statement that had to wait was answered', () => {
    expect(transcriptOf(records, { from: 0, at: 100 }).map(line => line.answeredAfter)).toEqual([
      null,
      3,
      null,
      null,
    ])
  })

  it('begins when the script was ready', () => {
    const lines = transcriptOf(records, { from: 20, at: 100 })
    expect(lines.map(({ number, session }) => `${number} ${session}`)).toEqual([
      '1 bob',
      '2 ann',
      '3 bob',
    ])
  })

  it('shows at an earlier instant what was there then', () => {
    const lines = transcriptOf(records, { from: 0, at: 52 })
    expect(lines.map(({ isOpen }) => isOpen)).toEqual([false, true, true])
    expect(lines[1]?.answeredAfter).toBeNull()
  })
})

describe('the bar of a statement that waits', () => {
  const lines = transcriptOf(records, { from: 0, at: 100 })

  it('goes down its own column as far as the line after which it was answered', () => {
    expect(passingAt(lines, 3, 'bob')).toEqual({ number: 2, ends: true, isRefused: false })
    expect(passingAt(lines, 3, 'ann')).toBeNull()
    expect(passingAt(lines, 4, 'bob')).toBeNull()
  })

  it('has no end while it waits', () => {
    expect(passingAt(transcriptOf(records, { from: 0, at: 52 }), 3, 'bob')).toEqual({
      number: 2,
      ends: false,
      isRefused: false,
    })
  })
})
