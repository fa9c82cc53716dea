/**
 * The type of an expression before it is evaluated, as PostgreSQL names it. `unknown` is a literal
 * text that takes whatever type it meets; `any` is a subquery, of which nothing is known here.
 */
import type { ColumnType, Expression } from '../../../contract/statement.ts'
import { postgresqlTypeName } from '../values/postgresqlTypeName.ts'
import { findColumn } from './findColumn.ts'
import { typeOfCall } from './typeOfCall.ts'
import { isComparison } from './comparison.ts'
import type { Scope } from './scope.ts'
import { commonType, type TypeName } from './typeNames.ts'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

function typeOfLiteral({ literal }: Of<'literal'>): TypeName {
  if (literal.kind === 'integer') return Math.abs(literal.value) > 2147483647 ? 'bigint' : 'integer'
  if (literal.kind === 'decimal') return 'numeric'
  return literal.kind === 'boolean' ? 'boolean' : 'unknown'
}

function nameOfType(type: ColumnType | undefined): TypeName {
  return type === undefined ? 'any' : (postgresqlTypeName(type) as TypeName)
}

function typeOfColumn({ table, name }: Of<'column'>, scope: Scope): TypeName {
  const found = findColumn(table, name, scope)
  return nameOfType(found?.scope.columns[found.index]?.type)
}

function typeOfBinary({ operator, left, right }: Of<'binary'>, scope: Scope): TypeName {
  if (operator === '||') return 'text'
  const isTruth = isComparison(operator) || ['and', 'or', 'xor', '<=>'].includes(operator)
  return isTruth ? 'boolean' : commonType([typeOf(left, scope), typeOf(right, scope)])
}

function typeOfAggregate({ name, argument }: Of<'aggregate'>, scope: Scope): TypeName {
  if (name === 'count') return 'bigint'
  const type = argument === null ? 'any' : typeOf(argument, scope)
  if (name === 'min' || name === 'max') return type
  const isSmall = type === 'integer' || type === 'smallint'
  return name === 'sum' && isSmall ? 'bigint' : 'numeric'
}

/** A choice among literals alone is of texts. */
function settled(type: TypeName): TypeName {
  return type === 'unknown' ? 'text' : type
}

function typeOfCase({ whens, otherwise }: Of<'case'>, scope: Scope): TypeName {
  const results = [...whens.map(({ then }) => then), ...(otherwise ? [otherwise] : [])]
  return settled(commonType(results.map(result => typeOf(result, scope))))
}

export function typeOf(expression: Expression, scope: Scope): TypeName {
  switch (expression.kind) {
    case 'literal':
      return typeOfLiteral(expression)
    case 'column':
      return typeOfColumn(expression, scope)
    case 'proposed':
      return typeOfColumn({ ...expression, kind: 'column', table: null }, scope)
    case 'unary':
      return expression.operator === 'not' ? 'boolean' : typeOf(expression.operand, scope)
    case 'binary':
      return typeOfBinary(expression, scope)
    case 'case':
      return typeOfCase(expression, scope)
    case 'cast':
      return nameOfType(expression.type)
    case 'call':
      return typeOfCall(
        expression.name,
        expression.arguments.map(part => typeOf(part, scope)),
      )
    case 'aggregate':
      return typeOfAggregate(expression, scope)
    case 'variable':
      return 'text'
    case 'scalarQuery':
    case 'default':
    case 'star':
      return 'any'
    default:
      return 'boolean'
  }
}
