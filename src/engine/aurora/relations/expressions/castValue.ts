/** CAST: explicit, so that it takes more than a column takes. */
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnType } from '../../../contract/statement.ts'
import { coerceTo } from '../values/coerceTo.ts'
import { numberIn, wholeOf } from '../values/readNumber.ts'
import { editionOf, type SqlValue, textOf } from '../values/value.ts'

function cut(text: string, length: number | null): string {
  return length === null ? text : [...text].slice(0, length).join('')
}

export function castValue(value: SqlValue, type: ColumnType, dialect: Dialect): SqlValue {
  if (value === null) return null
  if (type.name === 'text') return cut(textOf(value), type.length)
  if (editionOf(dialect) === 'mysql' && type.name === 'integer') return wholeOf(numberIn(value))
  const given = editionOf(dialect) === 'mysql' ? numberIn(value) : value
  return coerceTo({ name: '', type }, given, dialect)
}
