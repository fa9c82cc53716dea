/**
 * A SELECT of the subset that other parsers know too, made from a list of numbers: each decides one
 * choice, and when they run out the simplest is taken.
 */

/** Gives the next choice, from 0 to below `count`. */
type Choose = (count: number) => number

/** `all`: parentheses around every operation. `few`: what binds tighter stands bare. */
export type Wrapping = 'all' | 'few'

interface Making {
  choose: Choose
  wrap: (text: string) => string
}

const columns = ['a', 'b', 'balance', 't.c']
const literals = ['0', '1', '42', '2.50', "'x'", "'a b'", 'NULL']

function pick<T>(choose: Choose, list: readonly T[]): T {
  return list[choose(list.length)]!
}

function numberText(making: Making, depth: number): string {
  const { choose, wrap } = making
  const part = () => numberText(making, depth - 1)
  const kind = depth === 0 ? choose(2) : choose(7)
  if (kind === 0) return pick(choose, columns)
  if (kind === 1) return pick(choose, literals)
  if (kind === 2) return `coalesce(${part()}, ${part()})`
  if (kind === 3) return `(${part()})`
  if (kind === 4) {
    return `CASE WHEN ${conditionText(making, depth - 1)} THEN ${part()} ELSE ${part()} END`
  }
  return wrap(`${part()} ${pick(choose, ['+', '-', '*', '/', '%'])} ${part()}`)
}

function conditionText(making: Making, depth: number): string {
  const { choose, wrap } = making
  const part = () => conditionText(making, depth - 1)
  const number = () => numberText(making, Math.max(0, depth - 1))
  const column = pick(choose, columns)
  const kind = depth <= 0 ? choose(6) : choose(10)
  const texts = [
    () => `${number()} ${pick(choose, ['=', '<>', '<', '<=', '>', '>='])} ${number()}`,
    () => `${column} IN (${number()}, ${number()})`,
    () => `${column} NOT IN (${number()}, 7)`,
    () => `${column} IS ${pick(choose, ['', 'NOT '])}NULL`,
    () => `${column} LIKE 'x%'`,
    () => `${column} BETWEEN 1 AND 10`,
    () => `NOT (${part()})`,
    () => `${part()} AND ${part()}`,
    () => `${part()} OR ${part()}`,
    () => `${part()} ${pick(choose, ['AND', 'OR'])} ${part()}`,
  ]
  return wrap(texts[kind]!())
}

function itemText(making: Making): string {
  const kind = making.choose(3)
  if (kind === 0) return numberText(making, 3)
  if (kind === 1) return `${numberText(making, 3)} AS named`
  return pick(making.choose, ['count(*)', 'count(DISTINCT a)', 'max(balance)'])
}

function optional(choose: Choose, make: () => string): string {
  return choose(2) === 0 ? '' : ` ${make()}`
}

export function selectText(choices: readonly number[], wrapping: Wrapping): string {
  let next = 0
  const choose: Choose = count => (choices[next++] ?? 0) % count
  const making = { choose, wrap: (text: string) => (wrapping === 'all' ? `(${text})` : text) }
  const items = Array.from({ length: choose(3) + 1 }, () => itemText(making)).join(', ')
  const where = optional(choose, () => `WHERE ${conditionText(making, 4)}`)
  const group = optional(choose, () => {
    const having = optional(choose, () => `HAVING ${conditionText(making, 2)}`)
    return `GROUP BY ${pick(choose, columns)}${having}`
  })
  const order = optional(choose, () => `ORDER BY ${pick(choose, columns)} DESC`)
  const limit = optional(choose, () => `LIMIT ${choose(20)}`)
  return `SELECT ${items} FROM t${where}${group}${order}${limit}`
}
