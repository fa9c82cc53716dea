/** What a column of a result is called when nobody gave it a name. */
import type { Dialect } from '../../../contract/sql.ts'
import type { Expression, SelectItem } from '../../../contract/statement.ts'
import { postgresqlTypeName } from '../values/postgresqlTypeName.ts'
import { editionOf } from '../values/value.ts'

const unnamed = '?column?'

/** PostgreSQL's short names of types, as a cast of something nameless is called. */
const shortNames: Record<string, string> = {
  smallint: 'int2',
  integer: 'int4',
  bigint: 'int8',
  boolean: 'bool',
  'character varying': 'varchar',
}

function nameOfCase(expression: Extract<Expression, { kind: 'case' }>): string {
  const inner = expression.otherwise === null ? unnamed : postgresqlName(expression.otherwise)
  return inner === unnamed ? 'case' : inner
}

function nameOfCast({ operand, type }: Extract<Expression, { kind: 'cast' }>): string {
  const inner = postgresqlName(operand)
  if (inner !== unnamed) return inner
  const name = postgresqlTypeName(type)
  return shortNames[name] ?? name
}

function postgresqlName(expression: Expression): string {
  const { kind } = expression
  if (kind === 'column' || kind === 'proposed' || kind === 'aggregate') return expression.name
  if (kind === 'call') return expression.name === 'trim' ? 'btrim' : expression.name
  if (kind === 'case') return nameOfCase(expression)
  if (kind === 'cast') return nameOfCast(expression)
  if (kind === 'exists') return 'exists'
  if (kind === 'variable') return 'current_setting'
  if (kind !== 'scalarQuery') return unnamed
  const [item] = expression.query.items
  return item === undefined ? unnamed : (item.alias ?? postgresqlName(item.expression))
}

/** MySQL: a literal text by itself, a column without its table, all else as it was typed. */
function mysqlName(expression: Expression, text: string): string {
  if (expression.kind === 'column') return expression.name
  const isText = expression.kind === 'literal' && expression.literal.kind === 'text'
  return isText && expression.literal.kind === 'text' ? expression.literal.value : text
}

/** What the edition calls the column. */
export function resultName({ expression, alias, text }: SelectItem, dialect: Dialect): string {
  if (alias !== null) return alias
  if (editionOf(dialect) === 'postgresql') return postgresqlName(expression)
  return mysqlName(expression, text)
}
