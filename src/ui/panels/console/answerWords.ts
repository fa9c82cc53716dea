/** What came of a statement, in a few words. */
import { formatTime } from '../../../words/formatNumbers.ts'
import type { SqlError, StatementRecord } from '../../../engine/contract/sql.ts'

function count(number: number, one: string, many: string): string {
  return `${number === 0 ? 'no' : number.toLocaleString('en')} ${number === 1 ? one : many}`
}

export function answerWords({ rows, affected }: StatementRecord): string {
  if (rows !== undefined) return count(rows.length, 'row', 'rows')
  return affected === undefined ? 'done' : count(affected, 'row changed', 'rows changed')
}

/** Several writers: how far behind what was read is, and how long it was waited for the others. */
export function agedWords({ staleMicros, waitedMicros }: StatementRecord): string {
  const behind = staleMicros === undefined ? '' : `${formatTime(staleMicros)} behind another writer`
  const waited =
    waitedMicros === undefined ? '' : `waited ${formatTime(waitedMicros)} for the others`
  return [behind, waited].filter(words => words !== '').join(' · ')
}

/** MySQL has a number and an SQLSTATE, PostgreSQL one code. */
export function codeWords({ code, sqlstate }: SqlError): string {
  return String(code) === sqlstate ? sqlstate : `${code} (${sqlstate})`
}

/** For the ear: of several statements given together the last one that was begun. */
export function outcomeWords(records: readonly StatementRecord[]): string {
  const last = records.at(-1)
  if (last === undefined) return ''
  const { session, error, finishedAt } = last
  if (finishedAt === null) return `${session} waits.`
  if (error === undefined) return `${session}: ${answerWords(last)}.`
  return `${session}: error ${codeWords(error)}, ${error.message}.`
}
