/**
 * MySQL reckons with more digits than it shows: a decimal is shown with as many digits after the
 * point as its expression has by its types. 100 / 3 * 3 is shown as 100.0000.
 */
import type { Expression } from '../../../contract/statement.ts'
import { roundDecimal, scaleOf } from '../values/decimals.ts'
import { decimalOf, editionOf, isDecimal, type SqlValue } from '../values/value.ts'
import { findColumn } from './findColumn.ts'
import type { Scope } from './scope.ts'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** Null: not a decimal, or not known. */
type Scale = number | null

const mostDigits = 30
const divisionDigits = 4

const wholeFunctions = [
  ...'floor ceil ceiling sign length char_length character_length octet_length'.split(' '),
  ...'instr position isnull connection_id'.split(' '),
]

function widest(scales: readonly Scale[]): Scale {
  return scales.reduce<Scale>(
    (most, scale) => (most === null || scale === null ? null : Math.max(most, scale)),
    0,
  )
}

function sum(left: Scale, right: Scale): Scale {
  return left === null || right === null ? null : Math.min(left + right, mostDigits)
}

function scaleOfLiteral({ literal }: Of<'literal'>): Scale {
  if (literal.kind === 'decimal') return scaleOf(decimalOf(literal.text))
  return literal.kind === 'text' ? null : 0
}

function scaleOfColumn({ table, name }: Of<'column'>, scope: Scope): Scale {
  const found = findColumn(table, name, scope)
  const type = found?.scope.columns[found.index]?.type
  if (type?.name === 'decimal') return type.scale
  return type === undefined || type.name === 'text' ? null : 0
}

function scaleOfBinary({ operator, left, right }: Of<'binary'>, scope: Scope): Scale {
  const [a, b] = [shownScale(left, scope), shownScale(right, scope)]
  if (operator === '*') return sum(a, b)
  if (operator === '/') return b === null ? null : sum(a, divisionDigits)
  return ['+', '-', '%'].includes(operator) ? widest([a, b]) : 0
}

function scaleOfCall({ name, arguments: parts }: Of<'call'>, scope: Scope): Scale {
  const [first, second] = parts.map(part => shownScale(part, scope))
  if (wholeFunctions.includes(name)) return 0
  if (name === 'abs' || name === 'nullif') return first ?? null
  if (name === 'round' || name === 'truncate') return scaleOfRounding(first ?? null, parts[1])
  if (name === 'mod') return widest([first ?? null, second ?? null])
  if (name === 'if') return widest(parts.slice(1).map(part => shownScale(part, scope)))
  const isChoice = ['coalesce', 'ifnull', 'greatest', 'least'].includes(name)
  return isChoice ? widest(parts.map(part => shownScale(part, scope))) : null
}

function scaleOfRounding(scale: Scale, digits: Expression | undefined): Scale {
  if (scale === null || digits === undefined) return scale === null ? null : 0
  if (digits.kind !== 'literal' || digits.literal.kind !== 'integer' || scale === 0) return scale
  return Math.max(0, Math.min(mostDigits, digits.literal.value))
}

function scaleOfAggregate({ name, argument }: Of<'aggregate'>, scope: Scope): Scale {
  if (name === 'count' || argument === null) return 0
  const scale = shownScale(argument, scope)
  return name === 'avg' ? sum(scale, divisionDigits) : scale
}

function scaleOfCase({ whens, otherwise }: Of<'case'>, scope: Scope): Scale {
  const results = [...whens.map(({ then }) => then), ...(otherwise ? [otherwise] : [])]
  return widest(results.map(result => shownScale(result, scope)))
}

function shownScale(expression: Expression, scope: Scope): Scale {
  switch (expression.kind) {
    case 'literal':
      return scaleOfLiteral(expression)
    case 'column':
      return scaleOfColumn(expression, scope)
    case 'unary':
      return expression.operator === 'not' ? 0 : shownScale(expression.operand, scope)
    case 'binary':
      return scaleOfBinary(expression, scope)
    case 'call':
      return scaleOfCall(expression, scope)
    case 'case':
      return scaleOfCase(expression, scope)
    case 'aggregate':
      return scaleOfAggregate(expression, scope)
    case 'cast':
      return expression.type.name === 'decimal' ? expression.type.scale : null
    default:
      return null
  }
}

/** The value as MySQL shows it; PostgreSQL shows what it has. */
export function shown(value: SqlValue, expression: Expression, scope: Scope): SqlValue {
  if (typeof value !== 'number' && (value === null || !isDecimal(value))) return value
  if (editionOf(scope.dialect) === 'postgresql') return value
  const scale = shownScale(expression, scope)
  if (scale === null || (scale === 0 && typeof value === 'number')) return value
  return roundDecimal(value, scale)
}
