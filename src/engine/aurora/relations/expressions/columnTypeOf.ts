/** A type of that name, for reading a literal as it. */
import type { ColumnType } from '../../../contract/statement.ts'
import type { TypeName } from './typeNames.ts'

const types: Partial<Record<TypeName, ColumnType>> = {
  smallint: { name: 'integer', bits: 16 },
  integer: { name: 'integer', bits: 32 },
  bigint: { name: 'integer', bits: 64 },
  numeric: { name: 'decimal', precision: null, scale: null },
  boolean: { name: 'boolean' },
}

/** Null: any text will do. */
export function columnTypeOf(type: TypeName): ColumnType | null {
  return types[type] ?? null
}
