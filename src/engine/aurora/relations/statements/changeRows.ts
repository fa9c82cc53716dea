/**
 * UPDATE and DELETE. Rows are changed as they are found; where the order matters, or the change
 * moves rows in the index by which they are looked for, they are found first and changed then.
 */
import type { Statement } from '../../../contract/statement.ts'
import { choosePath } from '../access/choosePath.ts'
import type { Path } from '../access/cursor.ts'
import { type Hit, matches, type Scan, type ScanLock } from '../access/scan.ts'
import { scanRows } from '../access/scanRows.ts'
import { checkExpression } from '../expressions/checkNames.ts'
import { evaluate } from '../expressions/evaluate.ts'
import { outputItems } from '../expressions/outputOf.ts'
import { projectItems } from '../expressions/project.ts'
import type { Scope } from '../expressions/scope.ts'
import type { Answer } from '../execution.ts'
import { shownVersion } from '../rows/currentVersion.ts'
import { settleBetweenRows, settleReferences } from '../references/settleReferences.ts'
import { breathe } from '../sessions/breathe.ts'
import type { Work } from '../sessions/work.ts'
import { placeOfColumn } from '../tables/defineTable.ts'
import type { Key, Table, Version } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'
import { editionOf, isDecimal, type SqlValue } from '../values/value.ts'
import { inOrder } from './inOrder.ts'
import { lockRow, newestAfterLock } from './lockRow.ts'
import { assigned, checkAssignments } from './newValues.ts'
import { openTable } from './openTable.ts'
import { newCursor, scopeOf } from './queryScope.ts'
import { rowsAnswer } from './selectRows.ts'
import { removeRow, replaceRow } from './replaceRow.ts'
import { changesKey } from './uniqueKeys.ts'

type Change = Extract<Statement, { kind: 'update' | 'delete' }>

/** A change of rows at work. */
interface Changing {
  work: Work
  statement: Change
  table: Table
  scope: Scope
}

function isMysql({ work }: Changing): boolean {
  return editionOf(work.relations.dialect) === 'mysql'
}

export function areSameValues(one: readonly SqlValue[], other: readonly SqlValue[]): boolean {
  return one.every((value, place) => {
    const its = other[place]!
    if (value === its) return true
    return (
      value !== null &&
      its !== null &&
      isDecimal(value) &&
      isDecimal(its) &&
      value.decimal === its.decimal
    )
  })
}

function note(changing: Changing, values: readonly SqlValue[]): void {
  const { work, statement, scope } = changing
  work.running.affected++
  if (statement.returning === null) return
  work.running.returned.push(projectItems(statement.returning, values, scope))
}

/** MySQL does not write a row that stays the same, nor count it. */
function updateRow(changing: Changing, row: Key, values: readonly SqlValue[]): void {
  const { work, table, statement, scope } = changing
  if (statement.kind !== 'update') return
  const next = assigned(table, statement.assignments, values, scope)
  if (isMysql(changing) && areSameValues(next, values)) return
  replaceRow(work, table, { row, before: values, after: next })
  note(changing, next)
}

function changeRow(changing: Changing, row: Key, values: readonly SqlValue[]): void {
  const { work, table, statement } = changing
  if (statement.kind === 'update') return updateRow(changing, row, values)
  removeRow(work, table, { row, before: values })
  note(changing, values)
}

function lockMode({ work, statement, table, scope }: Changing, row: Key, seen: Version) {
  if (statement.kind === 'delete') return 'Update'
  const values = assigned(table, statement.assignments, seen.values!, scope)
  const candidate = { table, values, row, replaces: false }
  return changesKey(work, candidate) ? 'Update' : 'NoKeyUpdate'
}

/** PostgreSQL: locks the row first; one that has changed meanwhile is judged anew. */
function changeSeen(changing: Changing, row: Key, seen: Version): void {
  const { work, table, statement, scope } = changing
  lockRow(work, { table, row, mode: lockMode(changing, row, seen), onConflict: 'wait' })
  const newest = newestAfterLock(work, table, row, seen)
  if (newest === null) return
  const scan = { scope, where: statement.where } as Scan
  if (newest !== seen && !matches(scan, newest.values!)) return
  changeRow(changing, row, newest.values!)
}

/** Rows are looked for by a column that the change moves. */
function movesInPath({ statement, table }: Changing, { index }: Path): boolean {
  if (statement.kind === 'delete') return false
  const places = statement.assignments.map(({ column }) =>
    placeOfColumn(table.columns, column.name),
  )
  const used = index < 0 ? table.primary : table.indexes[index]!.columns
  return places.some(place => used.includes(place))
}

function limitOf({ statement, scope }: Changing): number {
  return statement.limit === null ? -1 : Number(evaluate(statement.limit, scope))
}

function scanLock({ statement }: Changing): ScanLock {
  return { purpose: 'update', onConflict: 'wait', isSemiConsistent: statement.kind === 'update' }
}

/** What is done with a row found: `running.next` counts those that match. */
function takeFor(changing: Changing, collects: boolean): Scan['take'] {
  const { running } = changing.work
  const limit = collects && changing.statement.orderBy.length > 0 ? -1 : limitOf(changing)
  return ({ row, version, values }: Hit) => {
    if (collects) {
      running.keys.push(row.key)
      running.rows.push(values)
    } else if (isMysql(changing)) changeRow(changing, row.key, values)
    else changeSeen(changing, row.key, version)
    running.next++
    return running.next !== limit
  }
}

/** Finds rows, and changes them at once unless they are to be collected first. */
function visit(changing: Changing): void {
  const { work, statement, table, scope } = changing
  const { running } = work
  running.cursor ??= newCursor(choosePath(table, statement.where, scope))
  const { cursor } = running
  const isSorted = statement.orderBy.length > 0
  const collects = isMysql(changing) && (isSorted || movesInPath(changing, cursor.path))
  const take = takeFor(changing, collects)
  const lock = isMysql(changing) ? scanLock(changing) : null
  if (limitOf(changing) !== 0) {
    const between = () => settleBetweenRows(work)
    scanRows(work, { table, scope, where: statement.where, cursor, lock, take, between })
  }
  settleBetweenRows(work)
  sortFound(changing)
}

function sortFound({ work, statement, scope }: Changing): void {
  const { running } = work
  const order = inOrder({ items: [], orderBy: statement.orderBy }, running.rows, scope)
  running.keys = order.map(place => running.keys[place]!)
  running.rows = []
  running.next = 0
  running.stage = 'settle'
}

/** Changes what was collected; its rows are locked, so that their newest version is what it was. */
function settle(changing: Changing): void {
  const { work, table } = changing
  const { running } = work
  const limit = limitOf(changing)
  const count = limit < 0 ? running.keys.length : Math.min(limit, running.keys.length)
  settleBetweenRows(work)
  while (running.next < count) {
    const row = running.keys[running.next]!
    const values = shownVersion(work.host, table, entryOf(table.rows, row))?.values ?? null
    if (values !== null) changeRow(changing, row, values)
    running.next++
    settleBetweenRows(work)
    breathe(work)
  }
}

function check({ work, statement, table, scope }: Changing): void {
  if (work.running.isChecked) return
  if (statement.kind === 'update') checkAssignments(table, statement.assignments, scope)
  if (statement.where !== null) checkExpression(statement.where, scope, 'where')
  for (const { expression } of statement.orderBy) checkExpression(expression, scope, 'order')
  for (const { expression } of statement.returning ?? []) {
    if (expression.kind !== 'star') checkExpression(expression, scope, 'returning')
  }
  work.running.isChecked = true
}

/** What a change came to: the number of rows, and what RETURNING asks for. */
export function changeAnswer(work: Work, returning: Change['returning'], scope: Scope): Answer {
  const { affected, visited, returned } = work.running
  if (returning === null) return { status: 'ok', affected, visited }
  const columns = outputItems(returning, scope).map(({ name }) => name)
  return { ...rowsAnswer(work, columns, returned), affected }
}

export function changeRows(work: Work, statement: Change): Answer {
  const table = openTable(work, statement.table, 'write')
  const scope = scopeOf(work, table, statement.alias)
  const changing = { work, statement, table, scope }
  check(changing)
  if (work.running.stage === 'visit') visit(changing)
  settle(changing)
  settleReferences(work)
  return changeAnswer(work, statement.returning, scope)
}
