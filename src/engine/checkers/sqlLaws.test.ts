/** K11–K17 are shown to catch what they forbid: mistakes planted in tables, views and locks. */
import { beforeEach, expect, test } from 'vitest'
import type { Context } from '../aurora/context.ts'
import { createDesk } from '../aurora/relations/createDesk.ts'
import { createRelations } from '../aurora/relations/createRelations.ts'
import { askForLock, holdLock, removeLocks } from '../aurora/relations/locks/lockTable.ts'
import type { LockMode, LockWish } from '../aurora/relations/locks/lockTypes.ts'
import type { Change, Desk, Relations } from '../aurora/relations/relations.ts'
import type { Table, Version } from '../aurora/relations/tables/tableTypes.ts'
import { putEntry, removeEntry } from '../aurora/relations/tables/treeChanges.ts'
import { addView, noteCommitted } from '../aurora/relations/tables/readViews.ts'
import type { Dialect } from '../contract/sql.ts'
import type { ColumnDefinition } from '../contract/statement.ts'
import type { World } from '../aurora/world.ts'
import { sqlLaws } from './sqlLaws.ts'

const settings = {
  lockWaitTimeout: 50_000_000,
  deadlockTimeout: 1_000_000,
  lockTimeout: 0,
  ssiTuplesPerPage: 2,
  rollbackOnTimeout: false,
  scanRows: 1000,
}

function column(name: string, isPrimaryKey: boolean): ColumnDefinition {
  return {
    column: { name, at: 0 },
    type: { name: 'integer', bits: 32 },
    isNullable: null,
    isPrimaryKey,
    isUnique: !isPrimaryKey,
    isAutoIncrement: false,
    default: null,
    references: null,
  }
}

const columns = [column('id', true), column('mail', false)]
const setup = { name: 'account', columns, indexes: [], rows: 0, rowsPerPage: 8, firstPage: 1 }

let world: World
let memories: unknown[]
let relations: Relations
let desk: Desk
let table: Table
let lsn: number

function begin(dialect: Dialect) {
  relations = createRelations(dialect, [setup], () => 9)
  desk = createDesk(settings)
  table = relations.tables.get(1)!
  world = { now: 0, instances: [{ id: 'w1' }], sql: { relations, places: [{ desk }] } } as never
  memories = sqlLaws.map(law => law.remember(world))
  lsn = 0
}

beforeEach(() => begin('mysql-8.0'))

/** What the laws say after an event; a sweep says the same. */
function broken(): string | null {
  const after = sqlLaws.map((law, place) => law.after({ world } as Context, memories[place]))
  return after.find(one => one !== null)?.law ?? null
}

function swept(): string | null {
  const found = sqlLaws.map((law, place) => law.sweep(world, memories[place]))
  return found.find(one => one !== null)?.law ?? null
}

function open(number: number): void {
  const state = 'active' as const
  const rest = { commitLsn: 0, changes: [] as Change[], undoPage: -1 }
  relations.open.set(number, { number, session: `s${number}`, state, ...rest })
}

/** The newest version of the row with this id becomes this; its mail tells versions apart. */
function write(transaction: number, id: number, mail: number | null): void {
  const key = Object.freeze([id])
  const older = newestOf(id)
  const values = mail === null ? null : [id, mail]
  const parts = { transaction, statement: 1, lsn: ++lsn, place: 0, undoPage: -1, older }
  const newest: Version = Object.freeze({ values, ...parts })
  putEntry(table.rows, { key, row: key, newest }, () => 1)
  if (mail !== null)
    putEntry(table.indexes[1]!.tree!, { key: [mail, id], row: key, newest: null }, () => 2)
  const change = { kind: 'row', table: 1, row: key, lsn, what: 'update' } as const
  relations.open.get(transaction)?.changes.push(change)
}

function newestOf(id: number): Version | null {
  const leaves = [...table.rows.before, ...table.rows.after]
  const entries = leaves.flatMap(leaf => leaf.entries)
  return entries.find(({ key }) => key[0] === id)?.newest ?? null
}

function commit(transaction: number): void {
  noteCommitted(relations, relations.open.get(transaction)!, { lsn: ++lsn })
}

test('K11 holds while a row is changed by one after the other, and catches two at once', () => {
  open(1)
  write(1, 5, 10)
  expect(broken()).toBeNull()
  commit(1)
  open(2)
  write(2, 5, 11)
  expect([broken(), swept()]).toEqual([null, null])
  open(3)
  write(3, 5, 12)
  expect([broken(), swept()]).toEqual(['noDirtyWrite', 'noDirtyWrite'])
})

test('K12 catches a version that stays when its transaction is rolled back', () => {
  open(1)
  write(1, 5, 10)
  expect(broken()).toBeNull()
  relations.open.delete(1)
  relations.rolledBack.push(1)
  expect(broken()).toBe('undoneRowsAreGone')
  expect(swept()).toBe('undoneRowsAreGone')
  removeEntry(table.rows, [5])
  expect(swept()).toBeNull()
})

function viewBeside(transaction: number) {
  open(1)
  write(1, 5, 10)
  commit(1)
  const { lastCommit: upTo } = relations
  addView(relations, { session: 's2', transaction: 2, upTo, readPoint: null, takenAt: 0 })
  open(transaction)
  write(transaction, 5, 11)
  expect(broken()).toBeNull()
}

test('K13 holds when another transaction commits, and catches a view that moves with it', () => {
  viewBeside(3)
  commit(3)
  expect([broken(), swept()]).toEqual([null, null])
  relations.views.get(1)!.upTo++
  expect(swept()).toBe('readViewsStay')
})

test('K13 catches a version removed that a view still shows', () => {
  viewBeside(3)
  commit(3)
  const entry = table.rows.after[0]!.entries[0]!
  const newest = Object.freeze({ ...entry.newest!, older: null })
  putEntry(table.rows, { ...entry, newest }, () => 1)
  expect(broken()).toBe('readViewsStay')
})

test('K13 lets a transaction see what it changes itself', () => {
  viewBeside(2)
  commit(2)
  expect([broken(), swept()]).toEqual([null, null])
})

function wish(transaction: number, mode: LockMode, key: string): LockWish {
  const names = { table: 'account', index: 'PRIMARY', key, page: 1 }
  return { transaction, resource: key, mode, part: 'record', ...names }
}

const ask = (transaction: number, key: string) =>
  askForLock(desk.locks, wish(transaction, 'X', key), world.now)

test('K14 holds while one waits, and catches two that have the same record alone', () => {
  ask(1, 'a')
  ask(2, 'a')
  expect([broken(), swept()]).toEqual([null, null])
  holdLock(desk.locks, wish(3, 'S', 'a'), 0)
  expect([broken(), swept()]).toEqual(['grantedLocksAgree', 'grantedLocksAgree'])
})

function cycle(): void {
  ask(1, 'a')
  ask(2, 'b')
  ask(1, 'b')
  expect(broken()).toBeNull()
  ask(2, 'a')
}

test('K15 catches a cycle of waits that MySQL leaves standing', () => {
  cycle()
  expect([broken(), swept()]).toEqual(['noCycleOutlives', 'noCycleOutlives'])
})

test('K15 PostgreSQL may let a cycle stand for deadlock_timeout, and not longer', () => {
  begin('postgresql-16')
  const session = { number: 1, deadlockTimeout: 1_000_000 }
  desk.sessions.set(1, session as never)
  cycle()
  expect(broken()).toBeNull()
  world.now = 1_000_000
  expect([broken(), swept()]).toEqual([null, null])
  world.now++
  expect([broken(), swept()]).toEqual(['noCycleOutlives', 'noCycleOutlives'])
})

test('K16 catches a lock let go that wakes nobody, and one woken and forgotten', () => {
  ask(1, 'a')
  ask(2, 'a')
  removeLocks(desk.locks, 'a', ({ transaction }) => transaction === 1)
  expect([broken(), swept()]).toEqual(['releasedLocksWake', 'releasedLocksWake'])
  begin('mysql-8.0')
  ask(2, 'a')
  desk.locks.woken.push(2)
  expect(broken()).toBe('releasedLocksWake')
})

test('K17 catches a key that two rows have, but not one that a deleted row had', () => {
  open(1)
  write(1, 5, 10)
  write(1, 6, 11)
  write(1, 6, null)
  write(1, 7, 11)
  expect([broken(), swept()]).toEqual([null, null])
  write(1, 8, 10)
  expect([broken(), swept()]).toEqual(['keysAreUnique', 'keysAreUnique'])
})
