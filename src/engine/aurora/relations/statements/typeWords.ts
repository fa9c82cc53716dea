/** How the catalogue of each edition names the type of a column. */
import type { Dialect } from '../../../contract/sql.ts'
import type { ColumnType } from '../../../contract/statement.ts'
import { editionOf } from '../values/value.ts'
import { postgresqlTypeName } from '../values/postgresqlTypeName.ts'

const integers = { 8: 'tinyint', 16: 'smallint', 24: 'mediumint', 32: 'int', 64: 'bigint' } as const

function mysqlWords(type: ColumnType): string {
  if (type.name === 'integer') return integers[type.bits]
  if (type.name === 'decimal') return `decimal(${type.precision ?? 10},${type.scale ?? 0})`
  if (type.name === 'boolean') return 'tinyint(1)'
  return type.length === null ? 'text' : `varchar(${type.length})`
}

export function typeWords(type: ColumnType, dialect: Dialect): string {
  return editionOf(dialect) === 'mysql' ? mysqlWords(type) : postgresqlTypeName(type)
}
