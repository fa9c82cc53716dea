/** Makes the error of a cause in the words of the dialect. */
import type { Dialect, SqlError } from '../../../contract/sql.ts'
import type { ConflictCause } from '../../../contract/refusals.ts'
import type { ErrorEntry } from './errorEntry.ts'
import { type ErrorCause, errorTable } from './errorTable.ts'
import { refuse } from './refusal.ts'

/** The one database there is (V12). */
export const databaseName = 'playground'

export type ErrorParameters = Readonly<Record<string, string | number>>

function fill(text: string, parameters: ErrorParameters): string {
  const known: ErrorParameters = { database: databaseName, ...parameters }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? ''))
}

function partsOf(dialect: Dialect, entry: ErrorEntry): [number | string, string, string] {
  if (dialect === 'postgresql-16') {
    const [sqlstate, text] = entry.postgresql
    return [sqlstate, sqlstate, text]
  }
  const [code, sqlstate, text] = entry.mysql
  if (dialect === 'mysql-8.0') return [code, sqlstate, text]
  return [entry.codeBeforeMysql8 ?? code, sqlstate, entry.beforeMysql8 ?? text]
}

/** `position`: place in the statement's text, characters from 0. */
export function sqlError(
  dialect: Dialect,
  cause: ErrorCause,
  parameters: ErrorParameters = {},
  position?: number,
): SqlError {
  const entry: ErrorEntry = errorTable[cause]
  const [code, sqlstate, text] = partsOf(dialect, entry)
  const error: SqlError = { kind: entry.kind, code, sqlstate, message: fill(text, parameters) }
  return position === undefined ? error : { ...error, position }
}

/** A write conflict: its client sees the error of a deadlock, whoever asks more sees the cause. */
export function conflictError(dialect: Dialect, cause: ConflictCause): SqlError {
  return { ...sqlError(dialect, 'writeConflict'), cause }
}

/** Refuses the statement for this cause. */
export function refuseFor(
  dialect: Dialect,
  cause: ErrorCause,
  parameters: ErrorParameters = {},
  position?: number,
): never {
  refuse(sqlError(dialect, cause, parameters, position))
}
