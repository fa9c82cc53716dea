/** SELECT: finds the rows, locks them if it says so, and gives what is asked of them. */
import type { Select } from '../../../contract/statement.ts'
import { choosePath } from '../access/choosePath.ts'
import { matches, type Hit, type Scan, type ScanLock } from '../access/scan.ts'
import { isScanOrder } from '../access/isScanOrder.ts'
import { scanRows } from '../access/scanRows.ts'
import { refuseFor } from '../errors/sqlError.ts'
import { checkSelect } from '../expressions/checkNames.ts'
import { project, rowsWanted } from '../expressions/project.ts'
import type { Scope } from '../expressions/scope.ts'
import type { LockMode } from '../locks/lockTypes.ts'
import { plainReadLocks } from '../locks/recordLocks.ts'
import { viewOf } from '../sessions/views.ts'
import { numbered, type Work } from '../sessions/work.ts'
import { visibleVersion } from '../tables/readViews.ts'
import type { Table } from '../tables/tableTypes.ts'
import { entryOf } from '../tables/tree.ts'
import { editionOf, resultValueOf, type SqlValue } from '../values/value.ts'
import type { Answer } from '../execution.ts'
import { lockRow, newestAfterLock } from './lockRow.ts'
import { openTable, type TableUse } from './openTable.ts'
import { inOrder } from './inOrder.ts'
import { createScope, newCursor, scopeOf } from './queryScope.ts'
import { systemRows } from './systemRows.ts'

/** Rows of one result. */
const rowsOfResult = 1000

const rowModes: Record<NonNullable<Select['locking']>['strength'], LockMode> = {
  update: 'Update',
  noKeyUpdate: 'NoKeyUpdate',
  share: 'Share',
  keyShare: 'KeyShare',
}

export function rowsAnswer(work: Work, columns: string[], rows: readonly SqlValue[][]): Answer {
  if (rows.length > rowsOfResult) {
    const what = `a result of more than ${rowsOfResult} rows: add LIMIT`
    refuseFor(work.relations.dialect, 'playgroundLimit', { what })
  }
  const { visited } = work.running
  return { status: 'ok', columns, rows: rows.map(row => row.map(resultValueOf)), visited }
}

function answer(work: Work, select: Select, rows: readonly (readonly SqlValue[])[], scope: Scope) {
  const projected = project(select, rows, scope)
  return rowsAnswer(work, projected.columns, projected.rows)
}

function useOf({ locking }: Select): TableUse {
  if (locking === null) return 'read'
  return locking.strength === 'share' || locking.strength === 'keyShare' ? 'share' : 'update'
}

/** What InnoDB locks while it reads; null = nothing. */
function mysqlLock(work: Work, { locking }: Select): ScanLock | null {
  const { isolation, isExplicit } = numbered(work)
  const isSemiConsistent = false
  if (locking !== null) {
    const purpose = locking.strength === 'share' ? 'share' : 'update'
    return { purpose, onConflict: locking.onConflict, isSemiConsistent }
  }
  if (work.host.readPoint !== null || !plainReadLocks(isolation, !isExplicit)) return null
  return { purpose: 'share', onConflict: 'wait', isSemiConsistent }
}

/** PostgreSQL locks rows of the result, after WHERE and ORDER BY; LIMIT counts locked ones. */
function settle(work: Work, select: Select, table: Table, scope: Scope): void {
  const { running } = work
  const wanted = rowsWanted({ ...select, orderBy: [] }, scope)
  while (running.next < running.keys.length && running.returned.length !== wanted) {
    const values = lockFound(work, select, table, scope)
    if (values !== null) running.returned.push([...values])
    running.next++
  }
  running.rows = running.returned
}

function lockFound(work: Work, select: Select, table: Table, scope: Scope) {
  const { strength, onConflict } = select.locking!
  const row = work.running.keys[work.running.next]!
  const seen = seenBefore(work, table, row)
  if (seen === null) return null
  if (!lockRow(work, { table, row, mode: rowModes[strength], onConflict })) return null
  const newest = newestAfterLock(work, table, row, seen)
  if (newest === null || newest === seen) return newest?.values ?? null
  const scan = { scope, where: select.where } as Scan
  return matches(scan, newest.values!) ? newest.values : null
}

function seenBefore(work: Work, table: Table, row: readonly SqlValue[]) {
  const newest = entryOf(table.rows, row)?.newest ?? null
  return visibleVersion(work.relations, newest, viewOf(work), numbered(work).statements)
}

function visit(work: Work, select: Select, table: Table, scope: Scope): void {
  const { running, relations } = work
  const isMysql = editionOf(relations.dialect) === 'mysql'
  const locksLater = !isMysql && select.locking !== null
  running.cursor ??= newCursor(choosePath(table, select.where, scope))
  const { cursor } = running
  const isInOrder = isMysql && isScanOrder(table, cursor.path, select)
  const asked = isInOrder ? { ...select, orderBy: [] } : select
  const wanted = locksLater ? null : rowsWanted(asked, scope)
  const take = ({ row, values }: Hit) => {
    running.rows.push(values)
    if (locksLater) running.keys.push(row.key)
    return running.rows.length !== wanted
  }
  const lock = isMysql ? mysqlLock(work, select) : null
  if (wanted !== 0) scanRows(work, { table, scope, where: select.where, cursor, lock, take })
  if (!locksLater) return
  const order = inOrder(select, running.rows, scope)
  running.keys = order.map(place => running.keys[place]!)
}

function fromTable(work: Work, select: Select, from: NonNullable<Select['from']>): Answer {
  const { running } = work
  const lockUse = editionOf(work.relations.dialect) === 'mysql' && mysqlLock(work, select)
  const use = lockUse && select.locking === null ? 'share' : useOf(select)
  const table = openTable(work, from.table, use)
  const scope = scopeOf(work, table, from.alias)
  if (!running.isChecked) checkSelect(select, scope)
  running.isChecked = true
  if (running.stage === 'visit') visit(work, select, table, scope)
  const locksLater = running.keys.length > 0
  running.stage = 'settle'
  if (!locksLater) return answer(work, select, running.rows, scope)
  settle(work, select, table, scope)
  return answer(work, { ...select, limit: null }, running.rows, scope)
}

function fromNothing(work: Work, select: Select): Answer {
  const scope = createScope(work, { name: null, columns: [] })
  checkSelect(select, scope)
  if (select.where === null) return answer(work, select, [[]], scope)
  const rows = matches({ where: select.where, scope } as Scan, []) ? [[]] : []
  return answer(work, select, rows, scope)
}

function fromSystem(work: Work, select: Select, from: NonNullable<Select['from']>): Answer | null {
  const system = systemRows(work, from.schema, from.table)
  if (system === null) return null
  const source = { name: from.alias ?? from.table.name, columns: system.columns }
  const scope = createScope(work, source)
  checkSelect(select, scope)
  const scan = { where: select.where, scope } as Scan
  const rows = system.rows.filter(row => matches(scan, row))
  return answer(work, select, rows, scope)
}

export function selectRows(work: Work, select: Select): Answer {
  const { from } = select
  if (from === null) return fromNothing(work, select)
  return fromSystem(work, select, from) ?? fromTable(work, select, from)
}
