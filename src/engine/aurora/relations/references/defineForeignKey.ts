/**
 * A foreign key from its definition: what each edition asks of it, the index that InnoDB adds for
 * it, and the rows that are there already. Rules I40, I41.
 */
import type { ColumnType, ForeignKeyDefinition, Name } from '../../../contract/statement.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { currentVersion } from '../rows/currentVersion.ts'
import { numberOf, type Work } from '../sessions/work.ts'
import { openTable } from '../statements/openTable.ts'
import { fillIndex } from '../tables/alterTable.ts'
import { addIndex, placeOfColumn, placesOfColumns } from '../tables/defineTable.ts'
import { areSameTable, findTable } from '../tables/findTable.ts'
import type { ForeignKey, Key, Table } from '../tables/tableTypes.ts'
import { entryAt, firstSpot, nextSpot } from '../tables/tree.ts'
import { editionOf, keyTextOf } from '../values/value.ts'
import { indexFor } from './findReferred.ts'
import { hasNull, placesOf, refuseReference, valuesAt } from './foreignKeys.ts'
import { presentVersion } from './postgresqlRows.ts'

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

function allKeys({ relations }: Work): ForeignKey[] {
  return [...relations.tables.values()].flatMap(({ foreignKeys }) => foreignKeys)
}

/** `child_ibfk_1` of InnoDB counts on; `child_parent_fkey` of PostgreSQL names the columns. */
function usualName(work: Work, table: Table, columns: readonly Name[]): string {
  const taken = new Set(table.foreignKeys.map(({ name }) => name))
  if (isMysql(work)) {
    const numbers = [...taken].map(name => Number(name.split('_ibfk_')[1] ?? 0) || 0)
    return `${table.name}_ibfk_${Math.max(0, ...numbers) + 1}`
  }
  const name = `${table.name}_${columns.map(column => column.name).join('_')}_fkey`
  let number = 0
  while (taken.has(number === 0 ? name : `${name}${number}`)) number++
  return number === 0 ? name : `${name}${number}`
}

/** A foreign key that is being made. */
interface Making {
  work: Work
  table: Table
  definition: ForeignKeyDefinition
  name: string
}

function refuseMaking({ work, table, definition, name }: Making, cause: Cause, more = {}): never {
  const parameters = { table: table.name, parent: definition.parent.name, name, ...more }
  return refuseFor(work.relations.dialect, cause, parameters, definition.at)
}

type Cause = Parameters<typeof refuseFor>[1]

function nameFor(work: Work, table: Table, definition: ForeignKeyDefinition): string {
  const name = definition.name?.name
  if (name === undefined) return usualName(work, table, definition.columns)
  const rivals = isMysql(work) ? allKeys(work) : table.foreignKeys
  if (rivals.some(rival => rival.name === name)) {
    refuseFor(work.relations.dialect, 'constraintExists', { name, table: table.name })
  }
  return name
}

/** What AWS says of Multi-Master: foreign keys, but none that cascade (I49). */
function refuseActions({ work, definition }: Making): void {
  const { onDelete, onUpdate } = definition
  const refuses = (what: string) => {
    refuseFor(work.relations.dialect, 'notWithSeveralWriters', { what }, definition.at)
  }
  const carriesOn = [onDelete, onUpdate].some(its => its !== 'noAction' && its !== 'restrict')
  if (carriesOn && work.host.peers !== undefined) {
    refuses('foreign keys with CASCADE or SET NULL in a Multi-Master cluster')
  }
  if (isMysql(work) && [onDelete, onUpdate].includes('setDefault')) {
    refuseFor(work.relations.dialect, 'playgroundLimit', { what: 'SET DEFAULT of InnoDB' })
  }
}

function parentOf(making: Making): Table {
  const { work, table, definition } = making
  const { parent } = definition
  if (areSameTable(work.relations, parent.name, table.name)) return table
  const known = findTable(work.relations, parent.name, numberOf(work))
  if (known === null) refuseMaking(making, 'unknownParent')
  return openTable(work, parent, 'refer')
}

function parentColumns(making: Making, parent: Table): string[] {
  const { parentColumns: given } = making.definition
  if (given === null) {
    if (parent.primary.length === 0) refuseMaking(making, 'noParentPrimaryKey')
    return parent.primary.map(place => parent.columns[place]!.name)
  }
  return given.map(({ name }) => {
    const place = placeOfColumn(parent.columns, name)
    return place < 0
      ? refuseMaking(making, 'unknownParentColumn', { column: name })
      : parent.columns[place]!.name
  })
}

/** InnoDB wants an index that begins with the columns, PostgreSQL a unique one of just these. */
function hasParentKey(work: Work, parent: Table, places: readonly number[]): boolean {
  if (isMysql(work)) return indexFor(parent, places) !== null
  return parent.indexes.some(({ isUnique, columns }) => {
    const isEqual = columns.length === places.length
    return isUnique && isEqual && columns.every(column => places.includes(column))
  })
}

/** InnoDB compares numbers of one size only; PostgreSQL those that convert by themselves. */
function areAlike(work: Work, its: ColumnType, parent: ColumnType): boolean {
  if (its.name !== parent.name) {
    return !isMysql(work) && its.name === 'integer' && parent.name === 'decimal'
  }
  const isSized = its.name === 'integer' && parent.name === 'integer' && isMysql(work)
  return !isSized || its.bits === parent.bits
}

function refuseUnlike(making: Making, parent: Table, { columns, parentColumns: its }: ForeignKey) {
  const { work, table } = making
  for (const [at, name] of columns.entries()) {
    const column = table.columns[placeOfColumn(table.columns, name)]!
    const other = parent.columns[placeOfColumn(parent.columns, its[at]!)]!
    if (areAlike(work, column.type, other.type)) continue
    refuseMaking(making, 'unlikeKeys', { column: name, parentColumn: other.name })
  }
}

/** InnoDB does not take SET NULL where NULL may not be; PostgreSQL fails when it comes to it. */
function refuseNulls(making: Making, { columns, onDelete, onUpdate }: ForeignKey): void {
  const { work, table } = making
  if (!isMysql(work) || ![onDelete, onUpdate].includes('setNull')) return
  const its = columns.map(name => table.columns[placeOfColumn(table.columns, name)]!)
  const column = its.find(({ isNullable }) => !isNullable)
  if (column !== undefined) refuseMaking(making, 'notNullForSetNull', { column: column.name })
}

function ownPlaces({ work, table, definition }: Making): number[] {
  const { dialect } = work.relations
  if (isMysql(work)) return placesOfColumns(dialect, table.columns, definition.columns)
  return definition.columns.map(({ name, at }) => {
    const place = placeOfColumn(table.columns, name)
    return place >= 0 ? place : refuseFor(dialect, 'unknownParentColumn', { column: name }, at)
  })
}

function made(making: Making): { foreignKey: ForeignKey; parent: Table } {
  const { work, table, definition, name } = making
  const { onDelete, onUpdate } = definition
  refuseActions(making)
  const places = ownPlaces(making)
  const parent = parentOf(making)
  const columns = places.map(place => table.columns[place]!.name)
  const its = parentColumns(making, parent)
  if (columns.length !== its.length) refuseMaking(making, 'unequalKeys')
  const foreignKey = { name, columns, parent: parent.name, parentColumns: its, onDelete, onUpdate }
  if (!hasParentKey(work, parent, placesOf(parent, its))) refuseMaking(making, 'noParentKey')
  refuseUnlike(making, parent, foreignKey)
  refuseNulls(making, foreignKey)
  return { foreignKey: Object.freeze(foreignKey), parent }
}

/** InnoDB: an index that begins with the columns, unless there is one. */
function addOwnIndex({ work, table, definition, name }: Making, takePage: () => number): void {
  const { relations } = work
  const places = placesOfColumns(relations.dialect, table.columns, definition.columns)
  if (!isMysql(work) || indexFor(table, places) !== null) return
  const isNamed = definition.name !== null
  const { columns } = definition
  const index = addIndex(table, { kind: 'plain', name: isNamed ? name : null, columns })
  if (table.rows.size > 0) fillIndex(table, index, takePage)
}

/** The rows as they are, each by the values that it has in these columns. */
function keysOf(work: Work, table: Table, places: readonly number[]): Key[] {
  const keys: Key[] = []
  for (let spot = firstSpot(table.rows); spot !== null; spot = nextSpot(table.rows, spot)) {
    const { row } = entryAt(table.rows, spot)
    const version = isMysql(work)
      ? currentVersion(work, table, row)
      : presentVersion(work, { table, places, key: [] }, row)
    if (version?.values != null) keys.push(valuesAt(version.values, places))
  }
  return keys
}

function refuseOrphans({ work, table }: Making, foreignKey: ForeignKey, parent: Table): void {
  if (table.rows.size === 0 || work.session.variables.get('foreign_key_checks') === 0) return
  const { dialect } = work.relations
  const places = placesOf(parent, foreignKey.parentColumns)
  const known = new Set(keysOf(work, parent, places).map(key => keyTextOf(key, dialect)))
  const its = keysOf(work, table, placesOf(table, foreignKey.columns))
  const orphan = its.find(key => !hasNull(key) && !known.has(keyTextOf(key, dialect)))
  if (orphan !== undefined) refuseReference(work, 'noParentRow', { child: table, foreignKey })
}

/**
 * Adds a foreign key to a table that no statement sees yet. `takePage` gives pages for the index
 * that InnoDB may add.
 */
export function addForeignKey(
  work: Work,
  table: Table,
  definition: ForeignKeyDefinition,
  takePage: () => number,
): void {
  const making = { work, table, definition, name: nameFor(work, table, definition) }
  const { foreignKey, parent } = made(making)
  refuseOrphans(making, foreignKey, parent)
  addOwnIndex(making, takePage)
  table.foreignKeys = Object.freeze([...table.foreignKeys, foreignKey])
}

/** Without a foreign key; refuses an unknown one. */
export function withoutForeignKey(work: Work, table: Table, { name, at }: Name): Table {
  const wanted = name.toLowerCase()
  const left = table.foreignKeys.filter(its => its.name.toLowerCase() !== wanted)
  if (left.length === table.foreignKeys.length) {
    const isIndex = table.indexes.some(index => index.name.toLowerCase() === wanted)
    if (isIndex && !isMysql(work)) {
      const what = 'dropping a constraint that is no foreign key'
      refuseFor(work.relations.dialect, 'playgroundLimit', { what }, at)
    }
    refuseFor(work.relations.dialect, 'unknownConstraint', { name, table: table.name }, at)
  }
  return { ...table, foreignKeys: Object.freeze(left) }
}
