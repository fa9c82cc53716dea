/** LOCK TABLE of PostgreSQL: a lock of the whole table until the transaction ends. */
import type { Statement } from '../../../contract/statement.ts'
import type { Answer } from '../execution.ts'
import { refuseFor } from '../errors/sqlError.ts'
import type { LockMode } from '../locks/lockTypes.ts'
import { tableResource } from '../locks/resources.ts'
import { acquire } from '../sessions/acquire.ts'
import type { SessionTransaction } from '../sessions/sessionTypes.ts'
import { numbered, type Work } from '../sessions/work.ts'
import { tableOf } from '../tables/findTable.ts'
import { wholeTable } from './openTable.ts'
import { done } from './transactions.ts'

const modes: Record<string, LockMode> = {
  'access share': 'AccessShare',
  'row share': 'RowShare',
  'row exclusive': 'RowExclusive',
  'share update exclusive': 'ShareUpdateExclusive',
  share: 'Share',
  'share row exclusive': 'ShareRowExclusive',
  exclusive: 'Exclusive',
  'access exclusive': 'AccessExclusive',
}

function noteLocked(transaction: SessionTransaction, table: string): void {
  const tables = transaction.lockedTables ?? []
  if (!tables.includes(table)) transaction.lockedTables = [...tables, table]
}

export function lockWholeTable(
  work: Work,
  statement: Extract<Statement, { kind: 'lockTable' }>,
): Answer {
  const { session, relations } = work
  if (!session.transaction?.isExplicit) {
    refuseFor(relations.dialect, 'noTransactionBlock', { command: 'LOCK TABLE' })
  }
  const table = tableOf(relations, statement.table, numbered(work).number)
  const mode = modes[statement.mode.toLowerCase().replace(/[_\s]+/g, ' ')] ?? 'AccessExclusive'
  acquire(work, wholeTable(numbered(work).number, table, tableResource(table.name), mode))
  noteLocked(session.transaction, table.name)
  return done
}
