/** Types in the words of the editions' errors and of SHOW COLUMNS. */
import type { ColumnType } from '../../../contract/statement.ts'

const mysqlIntegers = { 8: 'tinyint', 16: 'smallint', 24: 'mediumint', 32: 'int', 64: 'bigint' }
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

/** As SHOW COLUMNS of MySQL 8.0 has it. */
export function mysqlTypeName(type: ColumnType): string {
  if (type.name === 'integer') return mysqlIntegers[type.bits]
  if (type.name === 'decimal') return `decimal(${type.precision ?? 65},${type.scale ?? 0})`
  if (type.name === 'text') return type.length === null ? 'text' : `varchar(${type.length})`
  return 'tinyint(1)'
}
