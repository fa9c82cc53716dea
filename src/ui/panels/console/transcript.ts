/**
 * What was typed, as lines of an interleaving diagram: one line a statement, one column a session,
 * in the order of submitting. A statement that was answered only after later ones has a bar down
 * its column, to the line after which it went on.
 */
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import type { Micros } from '../../../engine/contract/units.ts'

export interface TranscriptLine {
  /** The same statement has the same one on every branch that has it. */
  id: string
  /** From 1. */
  number: number
  session: string
  record: StatementRecord
  /** At the instant shown: what comes of it later is not told. */
  isOpen: boolean
  /** The line after which it was answered, null = before another was typed, or not yet. */
  answeredAfter: number | null
}

/** Runs before the first line; its session has no column of its own. */
export const setupSession = 'setup'

/** What is shown: from when a script was ready, up to the instant at hand. */
export interface Span {
  from: Micros
  at: Micros
}

function isShown({ session, submittedAt }: StatementRecord, { from, at }: Span): boolean {
  return session !== setupSession && submittedAt >= from && submittedAt <= at
}

function isOpenAt({ finishedAt }: StatementRecord, at: Micros): boolean {
  return finishedAt === null || finishedAt > at
}

/** The last line that had been typed when this one was answered. */
function answeredAfter(records: StatementRecord[], index: number, at: Micros): number | null {
  const record = records[index]
  if (record === undefined || record.finishedAt === null || isOpenAt(record, at)) return null
  const until = record.finishedAt
  const last = records.findLastIndex(({ submittedAt }) => submittedAt < until)
  return last > index ? last + 1 : null
}

export function transcriptOf(records: readonly StatementRecord[], span: Span): TranscriptLine[] {
  const { at } = span
  const shown = records.filter(record => isShown(record, span))
  return shown.map((record, index) => ({
    id: `${record.session} ${record.submittedAt} ${index}`,
    number: index + 1,
    session: record.session,
    record,
    isOpen: isOpenAt(record, at),
    answeredAfter: answeredAfter(shown, index, at),
  }))
}

export interface Passing {
  /** The line that waits, and whether it was answered after the line at hand. */
  number: number
  ends: boolean
  isRefused: boolean
}

/** What passes a line in the column of a session: a statement above it that is not answered yet. */
export function passingAt(lines: TranscriptLine[], number: number, session: string) {
  const above = lines.filter(line => line.session === session && line.number < number)
  const open = above.find(line => line.isOpen || (line.answeredAfter ?? 0) >= number)
  if (open === undefined) return null
  const ends = open.answeredAfter === number
  const passing: Passing = {
    number: open.number,
    ends,
    isRefused: ends && open.record.status === 'error',
  }
  return passing
}
