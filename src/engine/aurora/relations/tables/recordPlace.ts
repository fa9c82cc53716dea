/** An entry of an index as locks and people know it. */
import type { RecordPlace } from '../locks/gapLocks.ts'
import { recordResource, supremumResource } from '../locks/resources.ts'
import { keyTextOf, type SqlValue, textOf } from '../values/value.ts'
import { baseLeafCount, basePage } from './baseEntries.ts'
import type { Index, Key, Table, Tree } from './tableTypes.ts'
import { entryAt, pageAt, seek, type Spot } from './tree.ts'

/** One ordered set of entries of a table with what keys of it mean; MySQL: rows are one too. */
export interface IndexTree {
  /** Null = the rows, which MySQL keeps by their key. */
  index: Index | null
  tree: Tree
  name: string
  isClustered: boolean
}

/** InnoDB's name of the clustered index of a table without a primary key. */
const hiddenIndex = 'GEN_CLUST_INDEX'

export function rowsIndex(table: Table): IndexTree {
  const name = table.primary.length > 0 ? 'PRIMARY' : hiddenIndex
  return { index: null, tree: table.rows, name, isClustered: true }
}

export function indexTree(table: Table, index: Index): IndexTree {
  if (index.tree === null) return rowsIndex(table)
  return { index, tree: index.tree, name: index.name, isClustered: false }
}

/** Indexes with a tree of their own. */
export function secondaryIndexes(table: Table): IndexTree[] {
  return table.indexes.flatMap(index => (index.tree === null ? [] : [indexTree(table, index)]))
}

function shown(value: SqlValue): string {
  return value === null ? 'NULL' : textOf(value)
}

/** `id 5`, `balance 100, id 5`. */
export function keyWords(table: Table, index: Index | null, key: Key): string {
  const places = [...(index?.columns ?? []), ...table.primary]
  const words = key.map((value, at) => {
    const column = table.columns[places[at] ?? -1]
    return `${column?.name ?? 'row'} ${shown(value)}`
  })
  return words.join(', ')
}

export function recordPlace(table: Table, its: IndexTree, key: Key, page: number): RecordPlace {
  const { dialect } = its.tree
  return {
    resource: recordResource(table.name, its.name, keyTextOf(key, dialect)),
    table: table.name,
    index: its.name,
    key: keyWords(table, its.index, key),
    page,
  }
}

/** The page behind whose last entry the index ends; -1 = it has no entries. */
function lastPage(tree: Tree): number {
  const last = tree.after.at(-1)
  if (last !== undefined) return last.page
  const count = baseLeafCount(tree)
  return count > 0 ? basePage(tree.base!, count - 1) : (tree.before.at(-1)?.page ?? -1)
}

export function supremumPlace(table: Table, its: IndexTree): RecordPlace {
  const resource = supremumResource(table.name, its.name)
  const page = lastPage(its.tree)
  return { resource, table: table.name, index: its.name, key: 'behind the last row', page }
}

/** The entry at a spot, or the end of the index. */
export function placeAt(table: Table, its: IndexTree, spot: Spot | null): RecordPlace {
  if (spot === null) return supremumPlace(table, its)
  return recordPlace(table, its, entryAt(its.tree, spot).key, pageAt(its.tree, spot))
}

/** The entry behind a key, or the end of the index. */
export function placeBehind(table: Table, its: IndexTree, key: Key): RecordPlace {
  return placeAt(table, its, seek(its.tree, key, true))
}

/** Key of a row's entry in an index: its columns, then the key of the row. */
export function indexKey(index: Index, values: readonly SqlValue[], row: Key): Key {
  return Object.freeze([...index.columns.map(place => values[place]!), ...row])
}
