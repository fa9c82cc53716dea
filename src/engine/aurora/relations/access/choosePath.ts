/**
 * How a statement finds its rows: by equality on the first columns of an index, by a range of the
 * column after them, or through the whole table. A function of the definition and the WHERE alone;
 * neither edition's estimates of cost are followed (*assumption*).
 */
import type { Expression } from '../../../contract/statement.ts'
import type { Scope } from '../expressions/scope.ts'
import type { Index, Key, Table } from '../tables/tableTypes.ts'
import { compareKeys } from '../tables/keys.ts'
import { editionOf, type SqlValue } from '../values/value.ts'
import { type Condition, conditionsOf } from './conditions.ts'
import type { Path, Range } from './cursor.ts'

type Among = Extract<Condition, { kind: 'among' }>
type Bound = Extract<Condition, { kind: 'bound' }>

/** More values than this in lists, and the index is not used. */
const manyRanges = 1000

const everything: Range = {
  low: null,
  isLowOpen: false,
  high: null,
  isHighOpen: false,
  isUniquePoint: false,
  isPoint: false,
}

function amongOf(conditions: readonly Condition[], column: number): Among | undefined {
  return conditions.find((its): its is Among => its.column === column && its.kind === 'among')
}

function boundOf(conditions: readonly Condition[], column: number, side: 'low' | 'high') {
  return conditions.find(
    (its): its is Bound => its.column === column && its.kind === 'bound' && its.side === side,
  )
}

/** Every combination of the values of the first columns. */
function prefixes(lists: readonly (readonly SqlValue[])[]): Key[] {
  return lists.reduce<SqlValue[][]>(
    (keys, values) => keys.flatMap(key => values.map(value => [...key, value])),
    [[]],
  )
}

function leadingLists(index: Index, conditions: readonly Condition[]): SqlValue[][] {
  const lists: SqlValue[][] = []
  for (const column of index.columns) {
    const among = amongOf(conditions, column)
    if (among === undefined) break
    lists.push(among.values)
  }
  return lists
}

interface Bounds {
  low: Bound | undefined
  high: Bound | undefined
  /** MySQL sorts NULL first, and no bound from above lets it in. */
  isNullFirst: boolean
}

function rangeFrom(prefix: Key, isWhole: boolean, { low, high, isNullFirst }: Bounds): Range {
  const isPoint = prefix.length > 0 && low === undefined && high === undefined
  const at = (bound: Bound | undefined) => {
    if (bound !== undefined) return [...prefix, bound.value]
    return prefix.length > 0 ? prefix : null
  }
  const isBehindNull = isNullFirst && low === undefined && high !== undefined
  return {
    low: isBehindNull ? [...prefix, null] : at(low),
    isLowOpen: low?.isOpen ?? isBehindNull,
    high: at(high),
    isHighOpen: high?.isOpen ?? false,
    isUniquePoint: isPoint && isWhole && !prefix.includes(null),
    isPoint,
  }
}

/** Ranges of one index in its order, and how good it is to use them: 0 = no use. */
function rangesOf(table: Table, index: Index, conditions: readonly Condition[]) {
  const { dialect } = table.rows
  const lists = leadingLists(index, conditions)
  const next = index.columns[lists.length] ?? -1
  const [low, high] = [boundOf(conditions, next, 'low'), boundOf(conditions, next, 'high')]
  const keys = prefixes(lists)
  if (keys.length > manyRanges) return { ranges: [], rank: 0 }
  const sorted = keys.sort((a, b) => compareKeys(a, b, dialect))
  const distinct = sorted.filter(
    (key, at) => at === 0 || compareKeys(sorted[at - 1]!, key, dialect),
  )
  const isWhole = index.isUnique && lists.length === index.columns.length
  const bounds = { low, high, isNullFirst: editionOf(dialect) === 'mysql' }
  const ranges = distinct.map(key => rangeFrom(key, isWhole, bounds))
  const rank = (isWhole ? 1000 : 0) + lists.length * 10 + (low ? 2 : 0) + (high ? 2 : 0)
  return { ranges, rank: rank > 0 && index.isPrimary ? rank + 1 : rank }
}

export function choosePath(table: Table, where: Expression | null, scope: Scope): Path {
  const conditions = conditionsOf(where, scope)
  let best: { path: Path; rank: number } = { path: { index: -1, ranges: [everything] }, rank: 0 }
  if (conditions.length === 0) return best.path
  for (const [place, index] of table.indexes.entries()) {
    const { ranges, rank } = rangesOf(table, index, conditions)
    if (rank > best.rank) best = { path: { index: place, ranges }, rank }
  }
  return best.path
}
