/**
 * INSERT: the values of a row are made once, keys that are there already decide what becomes of it,
 * then it is written. Numbers of AUTO_INCREMENT and serial columns are not given back.
 */
import type { Answer } from '../execution.ts'
import { refusalOf } from '../errors/refusal.ts'
import { looksAtReferences } from '../references/noteReferences.ts'
import { refuseFor, sqlError } from '../errors/sqlError.ts'
import { checkAssignment, checkExpression } from '../expressions/checkNames.ts'
import { projectItems } from '../expressions/project.ts'
import type { Scope } from '../expressions/scope.ts'
import {
  refuseOrphan,
  settleBetweenRows,
  settleReferences,
} from '../references/settleReferences.ts'
import { noteComingRow } from '../rows/noteRowWrite.ts'
import type { Work } from '../sessions/work.ts'
import type { Column, Key, Table } from '../tables/tableTypes.ts'
import { editionOf, type SqlValue, textOf } from '../values/value.ts'
import { changeAnswer } from './changeRows.ts'
import { checkTarget, isTarget } from './conflictTarget.ts'
import { beginRow, keepNumber, noteNumber, returnNumber, takeNumber } from './autoNumbers.ts'
import { assignedPlace, checkAssignments, defaultOf, refuseNull, valueFor } from './newValues.ts'
import type { Insert, Inserting } from './inserting.ts'
import { openTable } from './openTable.ts'
import { createScope, scopeOf } from './queryScope.ts'
import { addRow } from './replaceRow.ts'
import { resolveClash } from './resolveClash.ts'
import { type Candidate, findClash } from './uniqueKeys.ts'

function isMysql(table: Table): boolean {
  return editionOf(table.rows.dialect) === 'mysql'
}

/** Places of the columns that are given, in the order of the values. */
function givenPlaces({ statement, table }: Inserting): number[] {
  if (statement.columns === null) return table.columns.map((_, place) => place)
  const places = statement.columns.map(column => assignedPlace(table, column))
  for (const [at, place] of places.entries()) {
    if (places.indexOf(place) === at) continue
    const column = table.columns[place]!.name
    refuseFor(table.rows.dialect, 'columnGivenTwice', { column }, statement.columns[at]!.at)
  }
  return places
}

/** MySQL takes `VALUES ()` for a row of defaults; PostgreSQL takes fewer values without a list. */
function refuseCounts({ statement, table }: Inserting): void {
  const { dialect } = table.rows
  const wanted = statement.columns?.length ?? table.columns.length
  const first = statement.rows[0]?.length ?? 0
  for (const [at, row] of statement.rows.entries()) {
    if (isMysql(table) && row.length === 0 && statement.columns === null) continue
    const mayBeFewer = !isMysql(table) && statement.columns === null
    if (row.length > wanted) refuseFor(dialect, 'tooManyValues', { row: at + 1 }, row[wanted]?.at)
    if (row.length !== first) refuseFor(dialect, 'unequalRows', { row: at + 1 }, row[0]?.at)
    if (row.length < wanted && !mayBeFewer) {
      refuseFor(dialect, 'tooFewValues', { row: at + 1 }, statement.columns?.[row.length]?.at)
    }
  }
}

function checkValues(inserting: Inserting, places: number[]): void {
  const { statement, table } = inserting
  const scope = valueScope(inserting)
  for (const row of statement.rows) {
    for (const [at, expression] of row.entries()) {
      if (expression.kind === 'default') continue
      checkExpression(expression, scope, 'values')
      checkAssignment(table.columns[places[at]!]!, expression, scope)
    }
  }
}

function check(inserting: Inserting): void {
  const { work, statement, table, scope } = inserting
  if (work.running.isChecked) return
  const { onDuplicate, onConflict, returning } = statement
  const places = givenPlaces(inserting)
  refuseCounts(inserting)
  checkTarget(table, statement)
  checkValues(inserting, places)
  checkAssignments(table, onDuplicate ?? onConflict?.update ?? [], scope)
  if (onConflict?.where) checkExpression(onConflict.where, scope, 'where')
  for (const { expression } of returning ?? []) {
    if (expression.kind !== 'star') checkExpression(expression, scope, 'returning')
  }
  work.running.isChecked = true
}

/** PostgreSQL: a value can not name a column; MySQL lets it name one that is already given. */
function valueScope({ work, table }: Inserting): Scope {
  const scope = isMysql(table)
    ? scopeOf(work, table, null)
    : createScope(work, { name: null, columns: [] })
  return { ...scope, isChange: true }
}

function isAutomatic(column: Column, value: SqlValue, isGiven: boolean, table: Table): boolean {
  if (!column.isAutoIncrement) return false
  return isMysql(table) ? value === null || value === 0 : !isGiven
}

/** Numbers a row; MySQL goes on behind the largest number given. */
function autoNumber(inserting: Inserting, place: number, value: SqlValue, isGiven: boolean) {
  const { work, table, statement } = inserting
  const column = table.columns[place]!
  if (isAutomatic(column, value, isGiven, table)) {
    return takeNumber(work, table, { at: work.running.next, rows: statement.rows.length })
  }
  if (column.isAutoIncrement && isMysql(table) && typeof value === 'number') {
    noteNumber(work, table, value)
  }
  return value
}

function missing({ table }: Inserting, column: Column, scope: Scope): SqlValue {
  if (column.default !== null) return defaultOf(column, scope)
  if (!column.isNullable && !column.isAutoIncrement) refuseNull(table, column, 'noDefault')
  return null
}

/** The row as it is proposed; MySQL's `DEFAULT` of a column without one is refused as well. */
function proposedRow(inserting: Inserting, at: number): SqlValue[] {
  const { statement, table } = inserting
  const scope = valueScope(inserting)
  const places = givenPlaces(inserting)
  const given = statement.rows[at]!
  const values: SqlValue[] = table.columns.map(() => null)
  scope.row = values
  beginRow(inserting.work)
  for (const [place, column] of table.columns.entries()) {
    const expression = given[places.indexOf(place)]
    const isGiven = expression !== undefined && expression.kind !== 'default'
    const value = isGiven
      ? valueFor(column, expression, scope, at + 1)
      : missing(inserting, column, scope)
    values[place] = autoNumber(inserting, place, value, isGiven)
    if (values[place] === null && !column.isNullable) refuseNull(table, column, 'notNull')
  }
  return values
}

function rowKey(table: Table, values: readonly SqlValue[]): Key {
  const isKeyed = table.heap === null && table.primary.length > 0
  const key = isKeyed ? table.primary.map(place => values[place]!) : [table.nextPlace]
  return Object.freeze(key)
}

function write(inserting: Inserting, values: SqlValue[]): void {
  const { work, table, statement, scope } = inserting
  const row = rowKey(table, values)
  addRow(work, table, row, [...values])
  keepNumber(work)
  if (table.heap === null && table.primary.length === 0) table.nextPlace++
  work.running.affected++
  if (statement.returning === null) return
  work.running.returned.push(projectItems(statement.returning, values, scope))
}

function warnOfDuplicate({ work }: Inserting, candidate: Candidate, name: string): void {
  const value = candidate.values.map(its => (its === null ? 'NULL' : textOf(its))).join('-')
  const { table, values } = candidate
  const index = table.indexes.find(its => its.name === name)
  const shown = index ? index.columns.map(place => textOf(values[place]!)).join('-') : value
  const parameters = { value: shown, table: table.name, key: name }
  const { code, message } = sqlError(work.relations.dialect, 'duplicate', parameters)
  work.session.warnings.push({ level: 'Warning', code, message })
}

/** INSERT IGNORE passes by a row that has no parent. */
function writeOrWarn(inserting: Inserting, values: SqlValue[]): void {
  const { work, table } = inserting
  try {
    if (looksAtReferences(work)) refuseOrphan(work, table, values)
  } catch (thrown) {
    const error = refusalOf(thrown)
    if (error === null || error.kind !== 'constraint') throw thrown
    work.session.warnings.push({ level: 'Warning', code: error.code, message: error.message })
    returnNumber(work)
    return
  }
  write(inserting, values)
}

function insertRow(inserting: Inserting, values: SqlValue[]): void {
  const { work, table, statement } = inserting
  const candidate = { table, values, row: null, replaces: statement.onDuplicate !== null }
  if (!isMysql(table) && statement.onConflict === null) noteComingRow(work, table)
  const targeted = statement.onConflict?.target
    ? findClash(work, candidate, index => isTarget(table, statement, index))
    : null
  const clash = targeted ?? findClash(work, candidate)
  if (clash === null)
    return statement.isIgnore ? writeOrWarn(inserting, values) : write(inserting, values)
  if (statement.isIgnore) warnOfDuplicate(inserting, candidate, clash.index.name)
  else resolveClash(inserting, candidate, clash)
  returnNumber(work)
}

/** Goes on with the row that is not yet inserted. */
export function insertRows(work: Work, statement: Insert): Answer {
  const table = openTable(work, statement.table, 'write')
  const scope = scopeOf(work, table, null)
  const inserting = { work, statement, table, scope }
  const { running, session } = work
  check(inserting)
  while (running.next < statement.rows.length) {
    settleBetweenRows(work)
    running.pending ??= proposedRow(inserting, running.next)
    insertRow(inserting, running.pending)
    running.pending = null
    running.next++
  }
  settleReferences(work)
  if (running.firstNumber !== 0) session.lastInsertId = running.firstNumber
  return changeAnswer(work, statement.returning, scope)
}
