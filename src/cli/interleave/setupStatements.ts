/** The setup of an interleaving as statements: a table with its rows, in the edition's words. */
import type { InterleavingCase } from '../../engine/contract/interleaving.ts'
import type { Edition, ResultValue } from '../../engine/contract/sql.ts'

export function setupStatements({ setup, edition }: InterleavingCase): string[] {
  if (setup.kind === 'none') return []
  if (setup.kind === 'statements') return setup.statements
  const { table, columns, rows } = setup
  const definitions = columns.map((column, place) => definitionOf(column, place, rows))
  const values = rows.map(row => `(${row.map(value => literalOf(value, edition)).join(', ')})`)
  const create = `CREATE TABLE ${table} (${definitions.join(', ')})`
  return rows.length === 0 ? [create] : [create, `INSERT INTO ${table} VALUES ${values.join(', ')}`]
}

/** A bare name gets the type of its first value, and the first column is the primary key. */
function definitionOf(column: string, place: number, rows: ResultValue[][]): string {
  if (/\s/.test(column.trim())) return column
  const value = rows.map(row => row[place]).find(found => found !== null)
  return `${column} ${typeOf(value)}${place === 0 ? ' primary key' : ''}`
}

function typeOf(value: ResultValue | undefined): string {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'varchar(255)'
  return value === undefined || Number.isInteger(value) ? 'int' : 'decimal(20, 6)'
}

function literalOf(value: ResultValue, edition: Edition): string {
  if (value === null) return 'NULL'
  if (typeof value !== 'string') return String(value)
  const text = edition === 'mysql' ? value.replaceAll('\\', '\\\\') : value
  return `'${text.replaceAll("'", "''")}'`
}
