/**
 * CREATE, DROP, ALTER and TRUNCATE. A definition is one change of its transaction: PostgreSQL can
 * take it back, MySQL commits it at once with what was open before.
 */
import type { ForeignKeyDefinition, Statement } from '../../../contract/statement.ts'
import type { Answer } from '../execution.ts'
import { refusalOf } from '../errors/refusal.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { checkAssignment } from '../expressions/checkNames.ts'
import { addForeignKey, withoutForeignKey } from '../references/defineForeignKey.ts'
import {
  referencesByOthers,
  refuseDropped,
  refuseNeededColumn,
  refuseNeededIndex,
  refuseTruncated,
} from '../references/refuseNeeded.ts'
import { numbered, openOf, suspend, type Work } from '../sessions/work.ts'
import {
  copyTable,
  fillIndex,
  repeatedKey,
  withColumn,
  withoutColumn,
  withoutRows,
} from '../tables/alterTable.ts'
import { addIndex, columnOf, defineTable, placeOfColumn } from '../tables/defineTable.ts'
import { findTable } from '../tables/findTable.ts'
import { foldName } from '../tables/foldName.ts'
import type { Column, Index, Key, Table } from '../tables/tableTypes.ts'
import { editionOf, type SqlValue, textOf } from '../values/value.ts'
import { awaitEnd } from './lockRow.ts'
import { defaultOf } from './newValues.ts'
import { lockTable, openTable } from './openTable.ts'
import { scopeOf } from './queryScope.ts'
import { dropsTemporary } from './temporaryTables.ts'
import { done } from './transactions.ts'

const kinds = [
  'createTable',
  'dropTable',
  'createIndex',
  'dropIndex',
  'addColumn',
  'dropColumn',
  'addForeignKey',
  'dropForeignKey',
  'truncate',
] as const

type Definition = Extract<Statement, { kind: (typeof kinds)[number] }>
type Of<K extends Definition['kind']> = Extract<Definition, { kind: K }>

export function isDefinition(statement: Statement): statement is Definition {
  return (kinds as readonly string[]).includes(statement.kind)
}

function isMysql({ relations }: Work): boolean {
  return editionOf(relations.dialect) === 'mysql'
}

/** Puts a table in the place of what it was before; null = it was not there. */
function replaceTable(work: Work, before: Table | null, next: Table): Answer {
  const { relations, host } = work
  const { number } = numbered(work)
  if (relations.cataloguePage < 0) relations.cataloguePage = host.allocatePage()
  const change = { page: relations.cataloguePage, place: next.number % 65_536 }
  const lsn = host.writeRedo(number, [change], false)
  if (lsn === 0) suspend({ state: 'room' })
  if (before === null) next.number = ++relations.lastTable
  relations.tables.set(next.number, next)
  openOf(work)!.changes.push({ kind: 'table', table: next.number, name: next.name, before, lsn })
  return done
}

function warnOf({ session }: Work, level: string, code: number | string, message: string): Answer {
  session.warnings.push({ level, code, message })
  return done
}

/** A table of this name that another transaction is just making is waited for. */
function existing(work: Work, name: string): Table | null {
  const { relations } = work
  const { number } = numbered(work)
  for (const table of relations.tables.values()) {
    const isOthers = table.madeBy !== 0 && table.madeBy !== number
    if (isOthers && table.name === name) awaitEnd(work, table.madeBy)
  }
  return findTable(relations, name, number)
}

/** PostgreSQL says what is wrong with the value, MySQL only of which column. */
function checkDefault(work: Work, table: Table, column: Column): void {
  if (column.default === null) return
  const scope = scopeOf(work, table, null)
  try {
    checkAssignment(column, column.default, scope)
    defaultOf(column, scope)
  } catch (thrown) {
    if (!isMysql(work) || refusalOf(thrown) === null) throw thrown
    refuseFor(work.relations.dialect, 'invalidDefault', { column: column.name })
  }
}

function createTable(work: Work, statement: Of<'createTable'>): Answer {
  const { relations } = work
  const { table: name, isIfNotExists, columns, indexes } = statement
  const old = existing(work, name.name)
  if (old !== null) {
    const parameters = { table: name.name }
    if (!isIfNotExists) refuseFor(relations.dialect, 'tableExists', parameters, name.at)
    return warnOf(work, 'Note', 1050, `Table '${name.name}' already exists`)
  }
  const { rowsPerPage } = relations
  const table = defineTable(relations.dialect, { name: name.name, columns, indexes, rowsPerPage })
  for (const column of table.columns) checkDefault(work, table, column)
  table.madeBy = numbered(work).number
  lockTable(work, table, 'define')
  for (const definition of foreignKeysOf(work, statement)) {
    referTo(work, table, definition)
  }
  return replaceTable(work, null, table)
}

/** MySQL takes `REFERENCES` after a column and does nothing by it (I41). */
function foreignKeysOf(work: Work, { columns, foreignKeys }: Of<'createTable'>) {
  const own = columns.flatMap(({ references }) => (references === null ? [] : [references]))
  return isMysql(work) ? foreignKeys : [...own, ...foreignKeys]
}

function takePage({ relations, host }: Work): number {
  return relations.sparePages.shift() ?? host.allocatePage()
}

/** PostgreSQL, CASCADE: foreign keys that refer to the table go with it. */
function dropReferences(work: Work, table: Table): void {
  for (const { child, foreignKey } of referencesByOthers(work, table)) {
    const opened = openTable(work, { name: child.name, at: 0 }, 'define')
    replaceTable(work, opened, withoutForeignKey(work, opened, { name: foreignKey.name, at: 0 }))
  }
}

function dropTable(work: Work, { table: name, isIfExists, isCascade }: Of<'dropTable'>): Answer {
  const { relations } = work
  if (dropsTemporary(work, name)) return done
  const { number } = numbered(work)
  if (findTable(relations, name.name, number) === null) {
    const parameters = { table: name.name }
    if (isIfExists) return warnOf(work, 'Note', 1051, `Unknown table '${name.name}'`)
    refuseFor(relations.dialect, 'unknownTableToDrop', parameters, name.at)
  }
  const table = openTable(work, name, 'define')
  if (isCascade) dropReferences(work, table)
  else refuseDropped(work, table)
  return replaceTable(work, table, { ...copyTable(table), droppedBy: number })
}

function refuseRepeated(work: Work, table: Table, index: Index, key: Key): never {
  const value = key.map(its => (its === null ? 'NULL' : textOf(its))).join('-')
  const parameters = { value, table: table.name, key: index.name }
  refuseFor(work.relations.dialect, 'duplicateInIndex', parameters)
}

function createIndex(work: Work, statement: Of<'createIndex'>): Answer {
  const table = openTable(work, statement.table, 'index')
  const next = copyTable(table)
  const kind = statement.isUnique ? 'unique' : 'plain'
  const name = statement.index?.name ?? null
  const index = addIndex(next, { kind, name, columns: statement.columns })
  fillIndex(next, index, () => takePage(work))
  const repeated = index.isUnique ? repeatedKey(next, index) : null
  if (repeated !== null) refuseRepeated(work, next, index, repeated)
  return replaceTable(work, table, next)
}

function tableOfIndex(work: Work, { index, table }: Of<'dropIndex'>): Table | null {
  if (table !== null) return openTable(work, table, 'define')
  const wanted = foldName(index.name)
  for (const its of work.relations.tables.values()) {
    if (its.indexes.some(({ name }) => foldName(name) === wanted)) {
      return openTable(work, { name: its.name, at: index.at }, 'define')
    }
  }
  return null
}

function dropIndex(work: Work, statement: Of<'dropIndex'>): Answer {
  const { dialect } = work.relations
  const { index: name, isIfExists } = statement
  const table = tableOfIndex(work, statement)
  const wanted = foldName(name.name)
  const place = table?.indexes.findIndex(index => foldName(index.name) === wanted) ?? -1
  if (table === null || place < 0) {
    if (isIfExists) return warnOf(work, 'Note', '00000', `index "${name.name}" does not exist`)
    return refuseFor(dialect, 'unknownIndex', { index: name.name }, name.at)
  }
  if (table.indexes[place]!.isPrimary) {
    refuseFor(dialect, 'playgroundLimit', { what: 'dropping a primary key' }, name.at)
  }
  refuseNeededIndex(work, table, table.indexes[place]!)
  const next = copyTable(table)
  next.indexes.splice(place, 1)
  return replaceTable(work, table, next)
}

/** MySQL gives rows that are there an empty value where NULL may not be. */
function filling(work: Work, table: Table, column: Column): SqlValue {
  const value = defaultOf(column, scopeOf(work, table, null))
  if (value !== null || column.isNullable || table.rows.size === 0) return value
  if (isMysql(work)) return column.type.name === 'text' ? '' : 0
  const parameters = { column: column.name, table: table.name }
  return refuseFor(work.relations.dialect, 'nullsInColumn', parameters)
}

function addColumn(work: Work, { table: name, definition }: Of<'addColumn'>): Answer {
  const { dialect } = work.relations
  const table = openTable(work, name, 'define')
  const { column: its, isPrimaryKey, isUnique, isAutoIncrement, references } = definition
  if (placeOfColumn(table.columns, its.name) >= 0) {
    refuseFor(dialect, 'columnExists', { column: its.name, table: table.name }, its.at)
  }
  if (isPrimaryKey || isUnique || isAutoIncrement) {
    const what = 'adding a column with a key of its own; add the column, then CREATE INDEX'
    refuseFor(dialect, 'playgroundLimit', { what }, its.at)
  }
  const column = columnOf(definition, false)
  checkDefault(work, table, column)
  const next = withColumn(table, column, filling(work, table, column))
  if (references !== null && !isMysql(work)) referTo(work, next, references)
  return replaceTable(work, table, next)
}

function referTo(work: Work, table: Table, definition: ForeignKeyDefinition): void {
  addForeignKey(work, table, definition, () => takePage(work))
}

function alterForeignKeys(
  work: Work,
  statement: Of<'addForeignKey'> | Of<'dropForeignKey'>,
): Answer {
  const isAdded = statement.kind === 'addForeignKey'
  const use = isAdded && !isMysql(work) ? 'refer' : 'define'
  const table = openTable(work, statement.table, use)
  if (!isAdded) return replaceTable(work, table, withoutForeignKey(work, table, statement.name))
  const next = copyTable(table)
  referTo(work, next, statement.foreignKey)
  return replaceTable(work, table, next)
}

function dropColumn(work: Work, { table: name, column }: Of<'dropColumn'>): Answer {
  const { dialect } = work.relations
  const table = openTable(work, name, 'define')
  const place = placeOfColumn(table.columns, column.name)
  const parameters = { column: column.name, table: table.name }
  if (place < 0) refuseFor(dialect, 'unknownColumnToDrop', parameters, column.at)
  if (table.columns.length === 1) refuseFor(dialect, 'lastColumn', parameters, column.at)
  if (table.primary.includes(place)) {
    refuseFor(dialect, 'playgroundLimit', { what: 'dropping a column of a primary key' }, column.at)
  }
  refuseNeededColumn(work, table, table.columns[place]!.name)
  return replaceTable(work, table, withoutColumn(table, place))
}

function truncate(work: Work, { table: name }: Of<'truncate'>): Answer {
  const table = openTable(work, name, 'define')
  refuseTruncated(work, table)
  const next = withoutRows(table)
  if (isMysql(work)) next.nextAutoIncrement = 1
  return replaceTable(work, table, next)
}

export function define(work: Work, statement: Definition): Answer {
  work.running.endsTransaction = isMysql(work)
  switch (statement.kind) {
    case 'createTable':
      return createTable(work, statement)
    case 'dropTable':
      return dropTable(work, statement)
    case 'createIndex':
      return createIndex(work, statement)
    case 'dropIndex':
      return dropIndex(work, statement)
    case 'addColumn':
      return addColumn(work, statement)
    case 'dropColumn':
      return dropColumn(work, statement)
    case 'addForeignKey':
    case 'dropForeignKey':
      return alterForeignKeys(work, statement)
    case 'truncate':
      return truncate(work, statement)
  }
}
