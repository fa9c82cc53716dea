/** Types in the words of PostgreSQL's errors. */
import type { ColumnType } from '../../../contract/statement.ts'

const postgresqlIntegers = {
  8: 'smallint',
  16: 'smallint',
  24: 'integer',
  32: 'integer',
  64: 'bigint',
}

/** As PostgreSQL's errors name it: without length. */
export function postgresqlTypeName(type: ColumnType): string {
  if (type.name === 'integer') return postgresqlIntegers[type.bits]
  if (type.name === 'decimal') return 'numeric'
  if (type.name === 'text') return type.length === null ? 'text' : 'character varying'
  return 'boolean'
}
