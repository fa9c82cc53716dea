/**
 * What a change of a row has to be looked at for: rows that may have lost their parent, and the
 * parents that it needs. It is looked at after the change, MySQL before the next row, PostgreSQL at
 * the end of the statement. Rules I42, I50.
 */
import type { PageChange } from '../execution.ts'
import { numberOf, touch, type Work } from '../sessions/work.ts'
import { areEqualKeys, compareKeys } from '../tables/keys.ts'
import { findTable } from '../tables/findTable.ts'
import type { ForeignKey, Key, Table } from '../tables/tableTypes.ts'
import { entryAt, pageAt, seek } from '../tables/tree.ts'
import type { SqlValue } from '../values/value.ts'
import type { ReferenceCheck } from '../sessions/sessionTypes.ts'
import { treeFor } from './findReferred.ts'
import { hasNull, placesOf, referencesTo, valuesAt } from './foreignKeys.ts'

/** A row before and after; null = it is not there. */
export interface RowChange {
  table: Table
  row: Key
  before: readonly SqlValue[] | null
  after: readonly SqlValue[] | null
}

/** MySQL: `SET foreign_key_checks = 0`. */
export function looksAtReferences({ session }: Work): boolean {
  return session.variables.get('foreign_key_checks') !== 0
}

interface Keys {
  before: Key | null
  after: Key | null
}

/** The values in these columns, where they are no NULL. */
function keysAt({ before, after }: RowChange, places: readonly number[]): Keys {
  const at = (values: RowChange['before']) => (values === null ? null : valuesAt(values, places))
  const present = (key: Key | null) => (key === null || hasNull(key) ? null : key)
  return { before: present(at(before)), after: present(at(after)) }
}

function areSame({ table }: RowChange, { before, after }: Keys): boolean {
  if (before === null || after === null) return before === after
  return areEqualKeys(before, after, table.rows.dialect)
}

function refersToItself({ table, before }: RowChange, { columns }: ForeignKey, key: Key): boolean {
  const its = valuesAt(before!, placesOf(table, columns))
  return !hasNull(its) && compareKeys(its, key, table.rows.dialect) === 0
}

/** Those who refer to the row. */
function checksOfChildren(work: Work, change: RowChange, depth: number): ReferenceCheck[] {
  return referencesTo(work, change.table).flatMap(({ child, foreignKey }): ReferenceCheck[] => {
    const keys = keysAt(change, placesOf(change.table, foreignKey.parentColumns))
    if (keys.before === null || areSame(change, keys)) return []
    const next = change.after === null ? null : keys.after
    const { before: key } = keys
    const isOwn = child === change.table && refersToItself(change, foreignKey, key)
    const its = { table: child.number, foreignKey: foreignKey.name, key, next, isOwn }
    return [{ kind: 'parent', ...its, after: null, depth }]
  })
}

/** Foreign keys whose value is new. */
function newReferences(change: RowChange) {
  return change.table.foreignKeys.flatMap(foreignKey => {
    const keys = keysAt(change, placesOf(change.table, foreignKey.columns))
    return keys.after === null || areSame(change, keys) ? [] : [{ foreignKey, key: keys.after }]
  })
}

function checksOfParents(change: RowChange): ReferenceCheck[] {
  const { table, row } = change
  return newReferences(change).map(({ foreignKey: { name: foreignKey } }) => {
    return { kind: 'child', table: table.number, foreignKey, row }
  })
}

/** `depth`: cascades that have led to this change; what it asks for is then looked at first. */
export function noteReferences(work: Work, change: RowChange, depth = 0): void {
  if (!looksAtReferences(work)) return
  const { checks } = work.running
  const added = [...checksOfChildren(work, change, depth), ...checksOfParents(change)]
  if (depth === 0) checks.push(...added)
  else checks.unshift(...added)
}

/** C12: pages of parents, which nobody else may change at the same moment. */
export function trackersFor(work: Work, change: RowChange): PageChange[] {
  if (work.host.tracksParents !== true || !looksAtReferences(work)) return []
  return newReferences(change).flatMap(({ foreignKey, key }): PageChange[] => {
    const parent = findTable(work.relations, foreignKey.parent, numberOf(work))
    if (parent === null) return []
    const places = placesOf(parent, foreignKey.parentColumns)
    const { tree } = treeFor({ table: parent, places, key })
    const spot = seek(tree, key, false)
    if (spot === null || compareKeys(entryAt(tree, spot).key, key, tree.dialect) !== 0) return []
    const page = pageAt(tree, spot)
    touch(work, page)
    return [{ page, place: spot.at, isTracker: true }]
  })
}
