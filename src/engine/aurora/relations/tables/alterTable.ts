/**
 * Tables as they become by a definition: a copy with other columns or indexes. What is in the old
 * one stays as it was, so that undoing a definition is putting it back.
 */
import type { Series, Column, Entry, Index, Key, Leaf, Table, Tree, Version } from './tableTypes.ts'
import type { SqlValue } from '../values/value.ts'
import { baseLeafCount, makeBaseLeaf } from './baseEntries.ts'
import { compareKeys, seriesValues } from './keys.ts'
import { indexKey } from './recordPlace.ts'
import { createTree, entryAt, entryOf, firstSpot, nextSpot } from './tree.ts'
import { putEntry, removeEntry } from './treeChanges.ts'

export function copyTree(tree: Tree): Tree {
  return {
    ...tree,
    before: [...tree.before],
    touched: new Map(tree.touched),
    after: [...tree.after],
  }
}

/** Shares what is frozen. */
export function copyTable(table: Table): Table {
  return {
    ...table,
    columns: [...table.columns],
    rows: copyTree(table.rows),
    heap: table.heap && copyTree(table.heap),
    indexes: table.indexes.map(index => ({ ...index, tree: index.tree && copyTree(index.tree) })),
  }
}

type Values = readonly SqlValue[]

function changedChain(newest: Version | null, change: (values: Values) => Values): Version | null {
  if (newest === null) return null
  const versions: Version[] = []
  for (let version: Version | null = newest; version !== null; version = version.older) {
    versions.push(version)
  }
  return versions.reduceRight<Version | null>((older, version) => {
    const values = version.values === null ? null : Object.freeze(change(version.values))
    return Object.freeze({ ...version, values, older })
  }, null)
}

function changedLeaf(leaf: Leaf, change: (values: Values) => Values): Leaf {
  const entries = leaf.entries.map(entry =>
    Object.freeze({ ...entry, newest: changedChain(entry.newest, change) }),
  )
  return Object.freeze({ page: leaf.page, entries: Object.freeze(entries) })
}

/** Every version of every row gets other values; keys of rows stay. */
function changeValues(tree: Tree, change: (values: Values) => Values): void {
  tree.before = tree.before.map(leaf => changedLeaf(leaf, change))
  tree.after = tree.after.map(leaf => changedLeaf(leaf, change))
  for (const [number, leaf] of tree.touched) tree.touched.set(number, changedLeaf(leaf, change))
}

function changeBase(tree: Tree, change: (series: Series) => Series): void {
  if (tree.base === null || tree.base.values === null) return
  tree.base = { ...tree.base, values: change(tree.base.values) }
}

/** Behind all others; rows that are there get its value. */
export function withColumn(table: Table, column: Column, value: SqlValue): Table {
  const next = copyTable(table)
  next.columns.push(column)
  changeValues(next.rows, values => [...values, value])
  changeBase(next.rows, ({ ordinalAt, constants }) => ({
    ordinalAt,
    constants: [...constants, value],
  }))
  return next
}

function without<Item>(items: readonly Item[], place: number): Item[] {
  return items.filter((_, at) => at !== place)
}

function moved(places: readonly number[], gone: number): number[] {
  return places.filter(place => place !== gone).map(place => (place > gone ? place - 1 : place))
}

/** Indexes that have the column go with it (*assumption* for MySQL, which shortens them). */
export function withoutColumn(table: Table, place: number): Table {
  const next = copyTable(table)
  next.columns.splice(place, 1)
  next.indexes = next.indexes.filter(({ columns }) => !columns.includes(place))
  for (const index of next.indexes) index.columns = moved(index.columns, place)
  const gone = table.columns[place]!.name
  next.foreignKeys = next.foreignKeys.filter(({ columns }) => !columns.includes(gone))
  next.primary = moved(next.primary, place)
  changeValues(next.rows, values => without(values, place))
  changeBase(next.rows, ({ ordinalAt, constants }) => ({
    ordinalAt: moved(ordinalAt, place),
    constants: without(constants, place),
  }))
  return next
}

export function withoutRows(table: Table): Table {
  const next = copyTable(table)
  const { dialect, rowsPerLeaf, hasPages } = table.rows
  next.rows = createTree(dialect, rowsPerLeaf, hasPages)
  next.heap = table.heap && createTree(dialect, rowsPerLeaf, true)
  for (const index of next.indexes) {
    if (index.tree !== null) index.tree = createTree(dialect, rowsPerLeaf, true)
  }
  return next
}

/** Keys that the scenario's rows have in an index. */
export function baseKeys(index: Index, values: Series): Series {
  const constants = [...index.columns.map(place => values.constants[place]!), 0]
  const ordinalAt = [...index.columns.map(place => values.ordinalAt.includes(place)), true]
  return { ordinalAt: ordinalAt.flatMap((is, place) => (is ? [place] : [])), constants }
}

function keysOf(entry: Entry, index: Index): Key[] {
  const keys: Key[] = []
  for (let version = entry.newest; version !== null; version = version.older) {
    if (version.values !== null) keys.push(indexKey(index, version.values, entry.row))
  }
  return keys
}

function putKeys(index: Index, entries: readonly Entry[], takePage: () => number): void {
  for (const entry of entries) {
    for (const key of keysOf(entry, index)) {
      if (entryOf(index.tree!, key) !== null) continue
      putEntry(index.tree!, Object.freeze({ key, row: entry.row, newest: null }), takePage)
    }
  }
}

/** A leaf of the scenario's rows that has changed: keys of rows as they were made go first. */
function removeMade(table: Table, index: Index, leaf: number): void {
  const { base } = table.rows
  const keys = baseKeys(index, base!.values!)
  const from = leaf * base!.rowsPerLeaf
  for (let at = 0; at < makeBaseLeaf(base!, leaf).entries.length; at++) {
    removeEntry(index.tree!, seriesValues(keys, from + at + 1))
  }
}

/** Fills the tree of a new index from the rows; pages are taken one after another. */
export function fillIndex(table: Table, index: Index, takePage: () => number): void {
  const { rows } = table
  const tree = index.tree!
  if (rows.base !== null) {
    const firstPage = takePage()
    for (let page = 1; page < baseLeafCount(rows); page++) takePage()
    const keys = baseKeys(index, rows.base.values!)
    tree.base = { ...rows.base, firstPage, keys, values: null, hasPlaces: false }
    tree.size = rows.base.rows
  }
  for (const leaf of rows.touched.keys()) removeMade(table, index, leaf)
  for (const leaf of [...rows.before, ...rows.touched.values(), ...rows.after]) {
    putKeys(index, leaf.entries, takePage)
  }
}

function isLive(table: Table, index: Index, entry: Entry): boolean {
  const newest = entryOf(table.rows, entry.row)?.newest
  if (newest == null || newest.values === null) return false
  const key = indexKey(index, newest.values, entry.row)
  return compareKeys(key, entry.key, table.rows.dialect) === 0
}

/** The first key that two rows have; null = none. Keys with NULL do not count. */
export function repeatedKey(table: Table, index: Index): Key | null {
  const tree = index.tree!
  let last: Key | null = null
  for (let spot = firstSpot(tree); spot !== null; spot = nextSpot(tree, spot)) {
    const entry = entryAt(tree, spot)
    const key = entry.key.slice(0, index.columns.length)
    if (key.some(value => value === null) || !isLive(table, index, entry)) continue
    if (last !== null && compareKeys(key, last, tree.dialect) === 0) return key
    last = key
  }
  return null
}
