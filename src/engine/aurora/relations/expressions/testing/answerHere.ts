/**
 * A SELECT over four rows in memory, for comparing with what a real database answers: a line of
 * names and a line a row, each value as text, or the error.
 */
import type { Dialect } from '../../../../contract/sql.ts'
import type { ColumnType, ParseSql, Select } from '../../../../contract/statement.ts'
import { refusalOf } from '../../errors/refusal.ts'
import { decimalOf, type SqlValue, textOf } from '../../values/value.ts'
import { checkSelect } from '../checkNames.ts'
import { evaluate } from '../evaluate.ts'
import { project } from '../project.ts'
import type { Scope } from '../scope.ts'
import { isTrue } from '../truth.ts'

export type Line = (string | null)[]

export type Told = Line[] | { code?: string; message?: string; at: number | null }

const columns: { name: string; type: ColumnType }[] = [
  { name: 'id', type: { name: 'integer', bits: 32 } },
  { name: 'name', type: { name: 'text', length: null } },
  { name: 'v', type: { name: 'text', length: 5 } },
  { name: 'balance', type: { name: 'integer', bits: 32 } },
  { name: 'big', type: { name: 'integer', bits: 64 } },
  { name: 'small', type: { name: 'integer', bits: 16 } },
  { name: 'price', type: { name: 'decimal', precision: 10, scale: 2 } },
  { name: 'ok', type: { name: 'boolean' } },
]

function rowsIn(dialect: Dialect): SqlValue[][] {
  const [yes, no] = dialect === 'postgresql-16' ? [true, false] : [1, 0]
  return [
    [1, 'ann', 'ab', 100, 5_000_000_000, 7, decimalOf('12.50'), yes],
    [2, 'bob', null, -30, null, null, decimalOf('0.05'), no],
    [3, null, 'cd', 100, 12, 3, null, null],
    [4, 'Ann', 'AB', 0, 0, 0, decimalOf('99999999.99'), yes],
  ]
}

function scopeOf(select: Select, dialect: Dialect, outer: Scope | null): Scope {
  const { from } = select
  return {
    dialect,
    tableName: from === null ? null : (from.alias ?? from.table.name),
    hiddenName: from?.alias ? from.table.name : null,
    columns: from === null ? [] : columns,
    keyColumns: ['id'],
    row: null,
    proposed: null,
    variable: () => undefined,
    sessionFunction: () => undefined,
    answerOf: (query, scope) => answerRows(query, dialect, scope).rows,
    outer,
  }
}

function answerRows(select: Select, dialect: Dialect, outer: Scope | null) {
  const scope = scopeOf(select, dialect, outer)
  checkSelect(select, scope)
  const all = select.from === null ? [[]] : rowsIn(dialect)
  const rows = all.filter(row => {
    const inside = { ...scope, row }
    return select.where === null || isTrue(evaluate(select.where, inside), dialect)
  })
  return project(select, rows, scope)
}

/** As PostgreSQL's terminal writes a value. */
function written(value: SqlValue): string | null {
  if (value === null || typeof value !== 'boolean') return value === null ? null : textOf(value)
  return value ? 't' : 'f'
}

/** The parser is passed in: it stands beside the model. */
export function answerHere(parseSql: ParseSql, text: string, dialect: Dialect): Told {
  const [parsed] = parseSql(text, dialect)
  if (parsed === undefined) return []
  if (!parsed.ok) return told(parsed.error)
  try {
    const { columns: names, rows } = answerRows(parsed.statement as Select, dialect, null)
    return [names, ...rows.map(row => row.map(written))]
  } catch (thrown) {
    const error = refusalOf(thrown)
    if (error === null) throw thrown
    return told(error)
  }
}

function told(error: { code: string | number; message: string; position?: number }): Told {
  return { code: String(error.code), message: error.message, at: error.position ?? null }
}
