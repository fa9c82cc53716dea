/** An expression of ours as text with all parentheses; chains of AND and OR as one list. */
import type { Expression, Literal, Select } from '../../contract/statement.ts'

export function chainText(operator: string, parts: string[]): string {
  return `(${parts.join(` ${operator} `)})`
}

function literalText(literal: Literal): string {
  if (literal.kind === 'null') return 'null'
  if (literal.kind === 'text') return `'${literal.value}'`
  return literal.kind === 'decimal' ? literal.text : String(literal.value)
}

function partsOfChain(expression: Expression, operator: string): Expression[] {
  if (expression.kind !== 'binary' || expression.operator !== operator) return [expression]
  return [expression.left, expression.right].flatMap(part => partsOfChain(part, operator))
}

function operation(isNegated: boolean, operator: string): string {
  return isNegated ? `not ${operator}` : operator
}

function binaryText(expression: Extract<Expression, { kind: 'binary' }>): string {
  const { operator, left, right } = expression
  if (operator === 'and' || operator === 'or') {
    return chainText(operator, partsOfChain(expression, operator).map(shapeOfExpression))
  }
  return `(${shapeOfExpression(left)} ${operator} ${shapeOfExpression(right)})`
}

function caseText({ operand, whens, otherwise }: Extract<Expression, { kind: 'case' }>): string {
  const parts = whens.map(({ when, then }) => {
    return `when ${shapeOfExpression(when)} then ${shapeOfExpression(then)}`
  })
  const last = otherwise === null ? [] : [`else ${shapeOfExpression(otherwise)}`]
  const first = operand === null ? [] : [shapeOfExpression(operand)]
  return `(case ${[...first, ...parts, ...last].join(' ')})`
}

export function shapeOfExpression(expression: Expression): string {
  const of = shapeOfExpression
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.literal)
    case 'column':
      return expression.table === null ? expression.name : `${expression.table}.${expression.name}`
    case 'star':
      return '*'
    case 'unary':
      return `(${expression.operator} ${of(expression.operand)})`
    case 'binary':
      return binaryText(expression)
    case 'in': {
      const list = expression.list.map(of).join(', ')
      return `(${of(expression.operand)} ${operation(expression.isNegated, 'in')} [${list}])`
    }
    case 'between': {
      const { operand, low, high, isNegated } = expression
      return `(${of(operand)} ${operation(isNegated, 'between')} ${of(low)} ${of(high)})`
    }
    case 'like': {
      const { operand, pattern, isNegated } = expression
      return `(${of(operand)} ${operation(isNegated, 'like')} ${of(pattern)})`
    }
    case 'isNull':
      return `(${of(expression.operand)} is ${expression.isNegated ? 'not ' : ''}null)`
    case 'case':
      return caseText(expression)
    case 'call':
      return `${expression.name}(${expression.arguments.map(of).join(', ')})`
    case 'aggregate': {
      const { name, isDistinct, argument } = expression
      return `${name}(${isDistinct ? 'distinct ' : ''}${argument === null ? '*' : of(argument)})`
    }
    default:
      return expression.kind
  }
}

/** The clauses of a SELECT, each as text. */
export function shapeOfSelect(select: Select) {
  return {
    items: select.items.map(({ expression, alias }) => [shapeOfExpression(expression), alias]),
    from: select.from?.table.name ?? null,
    where: select.where && shapeOfExpression(select.where),
    groupBy: select.groupBy.map(shapeOfExpression),
    having: select.having && shapeOfExpression(select.having),
    orderBy: select.orderBy.map(item => [shapeOfExpression(item.expression), item.isDescending]),
    limit: select.limit && shapeOfExpression(select.limit),
  }
}
