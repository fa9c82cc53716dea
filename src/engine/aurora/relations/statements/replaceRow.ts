/**
 * One row is added, changed or taken away by a statement, or by a foreign key on its behalf: its
 * keys must be free, and what refers to it, or it to others, is noted to be looked at.
 */
import { noteReferences, trackersFor } from '../references/noteReferences.ts'
import { writeRows } from '../rows/writeRows.ts'
import type { Work } from '../sessions/work.ts'
import { areEqualKeys } from '../tables/keys.ts'
import type { Key, Table } from '../tables/tableTypes.ts'
import type { SqlValue } from '../values/value.ts'
import { noteNumber } from './autoNumbers.ts'
import { findClash, refuseClash } from './uniqueKeys.ts'

type Values = readonly SqlValue[]

/** MySQL keeps rows by their primary key: a new key is another row. */
function keyOf(table: Table, row: Key, values: Values): Key {
  if (table.heap !== null || table.primary.length === 0) return row
  const key = Object.freeze(table.primary.map(place => values[place]!))
  return areEqualKeys(key, row, table.rows.dialect) ? row : key
}

/** `depth`: cascades that have led here, 0 = none. */
export function addRow(work: Work, table: Table, row: Key, values: Values): void {
  const change = { table, row, before: null, after: values }
  const trackers = trackersFor(work, change)
  writeRows(work, [{ table, row, values, what: 'insert' }], trackers)
  noteReferences(work, change)
}

/** From 8.0 on numbers go on behind one that an UPDATE has set. */
function noteUpdatedNumber(work: Work, table: Table, values: Values): void {
  if (work.relations.dialect !== 'mysql-8.0') return
  const number = values[table.columns.findIndex(({ isAutoIncrement }) => isAutoIncrement)]
  if (typeof number === 'number') noteNumber(work, table, number)
}

/** A row as it is and as it is to be. */
export interface Replacement {
  row: Key
  before: Values
  after: Values
}

/** Refuses when another row has one of its new keys. */
export function replaceRow(work: Work, table: Table, its: Replacement, depth = 0): void {
  const { row, before, after: values } = its
  const candidate = { table, values, row, replaces: false }
  const clash = findClash(work, candidate)
  if (clash !== null) refuseClash(candidate, clash)
  noteUpdatedNumber(work, table, values)
  const key = keyOf(table, row, values)
  const change = { table, row: key, before, after: values }
  const trackers = trackersFor(work, change)
  if (key === row) writeRows(work, [{ table, row, values, what: 'update' }], trackers)
  else {
    const writes = [
      { table, row, values: null, what: 'delete' as const },
      { table, row: key, values, what: 'insert' as const },
    ]
    writeRows(work, writes, trackers)
  }
  noteReferences(work, change, depth)
}

export function removeRow(
  work: Work,
  table: Table,
  { row, before }: Pick<Replacement, 'row' | 'before'>,
  depth = 0,
): void {
  writeRows(work, [{ table, row, values: null, what: 'delete' }])
  noteReferences(work, { table, row, before, after: null }, depth)
}
