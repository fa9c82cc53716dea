/**
 * A script of several sessions as tests write it, a step a line: `ann  begin`. A word in brackets
 * before the statement names what it answers: `bob  [early] select …`; what stands behind `--` is
 * what it is to tell: `-- waits, 1213`. And what playing it gave.
 */
import type { ResultValue, SqlError } from '../../../contract/sql.ts'

export interface Line {
  session: string
  label: string
  sql: string
  /** What the script says that the step tells; empty = nothing. */
  expected: string
}

export interface Step extends Line {
  hasWaited: boolean
  rows: ResultValue[][]
  affected: number
  error: SqlError | null
  /** False: it has never been answered. */
  isAnswered: boolean
}

export interface Played {
  steps: Step[]
  /** Rows of the table when all is over. */
  final: ResultValue[][]
}

const form = /^\s*(\w+)\s+(?:\[(\w+)\]\s+)?(.+?)(?:\s+--\s*(.*))?$/

export function readScript(text: string): Line[] {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.map(line => {
    const [, session = '', label = '', sql = '', expected = ''] = form.exec(line) ?? []
    return { session, label, sql: sql.trim(), expected: expected.trim() }
  })
}

/**
 * What a step tells: `waits` if it did, then rows as `1,10 2,20`, how many it changed, the code of
 * its error, or nothing at all if it was never answered.
 */
export function toldBy({ hasWaited, isAnswered, error, rows, affected, sql }: Step): string {
  const told: (string | number)[] = hasWaited ? ['waits'] : []
  if (error !== null) told.push(error.code)
  else if (isAnswered && /^(select|show)/.test(sql)) told.push(shown(rows))
  else if (isAnswered && /^(insert|update|delete)/.test(sql)) told.push(affected)
  return told.join(', ')
}

function shown(rows: Step['rows']): string {
  return rows.length === 0 ? 'nothing' : rows.map(row => row.join(',')).join(' ')
}

/** The script as it was played: equal to the text that was played if all went as told there. */
export function retold(played: Pick<Played, 'steps'>): string[] {
  return played.steps.map(step => {
    return step.expected === '' ? step.sql : `${step.sql} -- ${toldBy(step)}`
  })
}

export function foretold(text: string): string[] {
  return readScript(text).map(({ sql, expected }) =>
    expected === '' ? sql : `${sql} -- ${expected}`,
  )
}

/** Rows that the step of this name answered. */
export function rowsAt({ steps }: Played, label: string): ResultValue[][] {
  return stepAt({ steps }, label)?.rows ?? []
}

export function stepAt({ steps }: Pick<Played, 'steps'>, label: string): Step | null {
  return steps.find(step => step.label === label) ?? null
}

/** The session has met no error and its COMMIT has been answered. */
export function hasCommitted({ steps }: Played, session: string): boolean {
  const its = steps.filter(step => step.session === session)
  const isDone = its.some(({ sql, isAnswered }) => sql === 'commit' && isAnswered)
  return isDone && its.every(({ error }) => error === null)
}
