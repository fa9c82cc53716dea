/**
 * Tables of a scenario as SQL knows them: columns and indexes are read by the grammar of the
 * cluster's dialect. A table without columns has a number and a balance (*assumption*). Rule J2.
 */
import type { Setup } from '../../contract/scenario.ts'
import type { Dialect } from '../../contract/sql.ts'
import type { ColumnDefinition, IndexDefinition } from '../../contract/statement.ts'
import type { SqlDoor } from './sqlDoor.ts'
import { problemOfTable, type TableSetup } from '../relations/createRelations.ts'

export type SqlGrammar = Pick<SqlDoor, 'parseSql' | 'parseColumn'>

export type TableGiven = Pick<Setup['tables'][number], 'columns' | 'indexes' | 'name' | 'rows'> & {
  rowsPerPage: number
  firstPage: number
}

/** What cannot be read, and where it stands. */
export interface TableProblem {
  part: 'columns' | 'indexes' | 'table'
  place: number
  message: string
}

export const columnsByDefault = ['id int primary key', 'balance int']

/** J2: the table, or all that is wrong with it. */
export function readTable(
  door: SqlGrammar,
  dialect: Dialect,
  given: TableGiven,
): { ok: true; table: TableSetup } | { ok: false; problems: TableProblem[] } {
  const problems: TableProblem[] = []
  const columns = readColumns(door, dialect, given.columns, problems)
  const indexes = readIndexes(door, dialect, given.indexes, problems)
  const { name, rows, rowsPerPage, firstPage } = given
  const table = { name, columns, indexes, rows, rowsPerPage, firstPage }
  if (problems.length > 0) return { ok: false, problems }
  const message = problemOfTable(dialect, table)
  if (message === null) return { ok: true, table }
  return { ok: false, problems: [{ part: 'table', place: 0, message }] }
}

function readColumns(
  { parseColumn }: SqlGrammar,
  dialect: Dialect,
  texts: string[],
  problems: TableProblem[],
): ColumnDefinition[] {
  return (texts.length > 0 ? texts : columnsByDefault).flatMap((text, place) => {
    const parsed = parseColumn(text, dialect)
    if (parsed.ok) return [parsed.definition]
    problems.push({ part: 'columns', place, message: parsed.error.message })
    return []
  })
}

function readIndexes(
  door: SqlGrammar,
  dialect: Dialect,
  texts: string[],
  problems: TableProblem[],
): IndexDefinition[] {
  return texts.flatMap((text, place) => {
    const index = readIndex(door, dialect, text)
    if (index !== null) return [index]
    const message = `"${text}" is no index: write its columns, as "a, b" or "unique (a)"`
    problems.push({ part: 'indexes', place, message })
    return []
  })
}

const form = /^\s*(unique\b)?\s*(?:([A-Za-z_]\w*)?\s*\(([^()]*)\)|([\w\s,]+))\s*$/i

function readIndex(
  { parseSql }: SqlGrammar,
  dialect: Dialect,
  text: string,
): IndexDefinition | null {
  const [, unique, name, inside, plain] = form.exec(text) ?? []
  const columns = inside ?? plain
  if (columns === undefined) return null
  const [parsed] = parseSql(`CREATE INDEX ${name ?? 'i'} ON t (${columns})`, dialect)
  if (!parsed?.ok || parsed.statement.kind !== 'createIndex') return null
  const { index, columns: names } = parsed.statement
  const kind = unique === undefined ? 'plain' : 'unique'
  return { kind, name: name === undefined ? null : index, columns: names }
}
