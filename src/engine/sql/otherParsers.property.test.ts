/**
 * Two parsers of others as oracles: what they and ours accept has the same shape. node-sql-parser
 * takes AND and OR for equally strong, so it is given all parentheses.
 */
import { expect } from 'vitest'
import { fc, test } from '@fast-check/vitest'
import mysqlParser from 'node-sql-parser/build/mysql.js'
import { type Expr, parse } from 'pgsql-ast-parser'
import type { Dialect } from '../contract/sql.ts'
import { parseSql } from './parseSql.ts'
import { chainText, shapeOfSelect } from './testing/shapeOfExpression.ts'
import { selectText } from './testing/selectText.ts'

const choices = fc.array(fc.nat(1000), { maxLength: 80 })

function oursOf(text: string, dialect: Dialect) {
  const [parsed] = parseSql(text, dialect)
  if (!parsed?.ok || parsed.statement.kind !== 'select') throw new Error(`not read: ${text}`)
  return shapeOfSelect(parsed.statement)
}

function chained(operator: string, parts: string[]): string {
  const isSame = (part: string) => part.startsWith(`${operator}:`)
  const flat = parts.flatMap(part =>
    isSame(part) ? JSON.parse(part.slice(operator.length + 1)) : [part],
  )
  return `${operator}:${JSON.stringify(flat)}`
}

/** Chains are kept as lists until the whole expression is known. */
function settled(text: string): string {
  const [, operator, list] = /^(and|or):(.*)$/s.exec(text) ?? []
  if (operator === undefined || list === undefined) return text
  return chainText(operator, (JSON.parse(list) as string[]).map(settled))
}

function pgShape(expression: Expr): string {
  const of = (part: Expr) => settled(pgShape(part))
  switch (expression.type) {
    case 'ref':
      return expression.table ? `${expression.table.name}.${expression.name}` : expression.name
    case 'integer':
      return String(expression.value)
    case 'numeric':
      return expression.value.toFixed(2)
    case 'string':
      return `'${expression.value}'`
    case 'null':
      return 'null'
    case 'unary': {
      const test = expression.op.toLowerCase()
      const operand = of(expression.operand)
      return test.startsWith('is') ? `(${operand} ${test})` : `(${test} ${operand})`
    }
    case 'binary': {
      const operator = expression.op.toLowerCase().replace('!=', '<>')
      if (operator === 'and' || operator === 'or') {
        return chained(operator, [pgShape(expression.left), pgShape(expression.right)])
      }
      return `(${of(expression.left)} ${operator} ${of(expression.right)})`
    }
    case 'ternary': {
      const { value, lo, hi, op } = expression
      return `(${of(value)} ${op.toLowerCase()} ${of(lo)} ${of(hi)})`
    }
    case 'list':
      return `[${expression.expressions.map(of).join(', ')}]`
    case 'case': {
      const whens = expression.whens.map(({ when, value }) => `when ${of(when)} then ${of(value)}`)
      return `(case ${whens.join(' ')} else ${of(expression.else!)})`
    }
    case 'call': {
      const list = expression.args.map(of).join(', ')
      return `${expression.function.name}(${expression.distinct ? 'distinct ' : ''}${list})`
    }
    default:
      return expression.type
  }
}

function pgOf(text: string) {
  const [select] = parse(text)
  if (select?.type !== 'select') throw new Error(`not read there: ${text}`)
  const of = (part: Expr) => settled(pgShape(part))
  const [from] = select.from ?? []
  return {
    items: select.columns?.map(({ expr, alias }) => [of(expr), alias?.name ?? null]),
    from: from?.type === 'table' ? from.name.name : null,
    where: select.where ? of(select.where) : null,
    groupBy: (select.groupBy ?? []).map(of),
    having: select.having ? of(select.having) : null,
    orderBy: (select.orderBy ?? []).map(({ by, order }) => [of(by), order === 'DESC']),
    limit: select.limit?.limit ? of(select.limit.limit) : null,
  }
}

test.prop([choices], { numRuns: 150 })('PostgreSQL: pgsql-ast-parser reads the same', list => {
  const text = selectText(list, 'few')
  expect(oursOf(text, 'postgresql-16')).toEqual(pgOf(text))
})

interface Node {
  type: string
  value?: unknown
  operator?: string
  table?: string | null
  column?: string
  left?: Node
  right?: Node
  expr?: Node
  args?: unknown
  name?: unknown
  cond?: Node
  result?: Node
}

function listed(node: Node): Node[] {
  return node.value as Node[]
}

function myBinary({ operator = '', left, right }: Node): string {
  const of = (part: Node) => settled(myShape(part))
  const sign = operator.toLowerCase().replace('!=', '<>')
  if (sign === 'and' || sign === 'or') return chained(sign, [myShape(left!), myShape(right!)])
  if (sign.endsWith('between')) {
    const [low, high] = listed(right!)
    return `(${of(left!)} ${sign} ${of(low!)} ${of(high!)})`
  }
  return `(${of(left!)} ${sign} ${of(right!)})`
}

function myCall({ type, name, args }: Node): string {
  const of = (part: Node) => settled(myShape(part))
  if (type === 'aggr_func') {
    const { expr, distinct } = args as { expr: Node; distinct?: string | null }
    return `${String(name).toLowerCase()}(${distinct ? 'distinct ' : ''}${of(expr)})`
  }
  const [{ value }] = (name as { name: { value: string }[] }).name as [{ value: string }]
  return `${value.toLowerCase()}(${listed(args as Node)
    .map(of)
    .join(', ')})`
}

function myCase({ args }: Node): string {
  const of = (part: Node) => settled(myShape(part))
  const parts = (args as Node[]).map(({ type, cond, result }) => {
    return type === 'when' ? `when ${of(cond!)} then ${of(result!)}` : `else ${of(result!)}`
  })
  return `(case ${parts.join(' ')})`
}

function myShape(node: Node): string {
  switch (node.type) {
    case 'column_ref':
      return node.table ? `${node.table}.${node.column}` : String(node.column)
    case 'number':
      return Number.isInteger(node.value) ? String(node.value) : Number(node.value).toFixed(2)
    case 'single_quote_string':
      return `'${String(node.value)}'`
    case 'null':
      return 'null'
    case 'star':
      return '*'
    case 'expr_list':
      return `[${listed(node)
        .map(part => settled(myShape(part)))
        .join(', ')}]`
    case 'unary_expr':
      return `(${node.operator?.toLowerCase()} ${settled(myShape(node.expr!))})`
    case 'function':
      return isNegation(node) ? myNegation(node) : myCall(node)
    case 'aggr_func':
      return myCall(node)
    case 'case':
      return myCase(node)
    default:
      return myBinary(node)
  }
}

/** It takes `NOT (…)` for a call. */
function isNegation({ name }: Node): boolean {
  return JSON.stringify(name ?? '').includes('"NOT"')
}

function myNegation({ args }: Node): string {
  return `(not ${listed(args as Node)
    .map(part => settled(myShape(part)))
    .join(', ')})`
}

interface TheirSelect {
  columns: { expr: Node; as: string | null }[]
  from: { table: string }[]
  where: Node | null
  groupby: { columns: Node[] } | null
  having: Node | null
  orderby: { expr: Node; type: string }[] | null
  limit: { value: Node[] } | null
}

function myOf(text: string) {
  const read = new mysqlParser.Parser().astify(text) as unknown
  const select = (Array.isArray(read) ? read[0] : read) as TheirSelect
  const of = (part: Node) => settled(myShape(part))
  return {
    items: select.columns.map(({ expr, as }) => [of(expr), as]),
    from: select.from[0]?.table ?? null,
    where: select.where ? of(select.where) : null,
    groupBy: (select.groupby?.columns ?? []).map(of),
    having: select.having ? of(select.having) : null,
    orderBy: (select.orderby ?? []).map(({ expr, type }) => [of(expr), type === 'DESC']),
    limit: select.limit?.value[0] ? of(select.limit.value[0]) : null,
  }
}

test.prop([choices], { numRuns: 150 })('MySQL: node-sql-parser reads the same', list => {
  const text = selectText(list, 'all')
  expect(oursOf(text, 'mysql-8.0')).toEqual(myOf(text))
})
