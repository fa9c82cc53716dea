/** What becomes of the transaction of a client that is lost. */
import { expect, test } from 'vitest'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import { advance, beginStatement, takeWoken } from '../advance.ts'
import { type Bench, createBench } from '../testing/sqlBench.ts'
import { closeSession } from './sessions.ts'

const account = { name: 'account', columns: ['id int primary key', 'balance int'], rows: 3 }

function open(hasRoom = () => true): Bench {
  let lsn = 0
  const host = { writeRedo: () => (hasRoom() ? ++lsn : 0) }
  const tables = [account]
  return createBench({ dialect: 'mysql-8.0', parseSql, parseColumn, tables, host })
}

function close(bench: Bench, session: string): boolean {
  return closeSession(bench.relations, bench.desk, bench.sessionNumber(session))
}

function go(bench: Bench, session: string): string {
  return advance(bench, bench.sessionNumber(session)).state
}

test('J3: what it had changed is rolled back, and who waited for it is woken', () => {
  const bench = open()
  bench.run('a', 'begin')
  bench.run('a', 'update account set balance = 1 where id = 1')
  expect(bench.run('b', 'update account set balance = 2 where id = 1')).toEqual({ waits: true })
  expect(close(bench, 'a')).toBe(true)
  expect(go(bench, 'a')).toBe('answered')
  expect(bench.desk.sessions.has(bench.sessionNumber('a'))).toBe(false)
  expect(takeWoken(bench.desk)).toEqual([bench.sessionNumber('b')])
})

test('J3: a session without a transaction is gone at once, one that waits no longer waits', () => {
  const bench = open()
  bench.run('a', 'select 1')
  expect(close(bench, 'a')).toBe(false)
  bench.run('b', 'begin')
  bench.run('b', 'update account set balance = 1 where id = 1')
  bench.run('c', 'update account set balance = 2 where id = 1')
  expect(close(bench, 'c')).toBe(true)
  expect(go(bench, 'c')).toBe('answered')
  expect(bench.desk.locks.waits.size).toBe(0)
})

test('J3: a client lost while its statement is undone leaves no transaction', () => {
  let room = true
  const bench = open(() => room)
  bench.run('a', 'begin')
  bench.run('a', 'update account set balance = 1 where id = 1')
  const number = bench.sessionNumber('a')
  const text = 'insert into account values (4, 1), (1, 1)'
  const [parsed] = parseSql(text, 'mysql-8.0')
  if (!parsed?.ok) throw new Error('INSERT was not read')
  const { statement } = parsed
  beginStatement(bench.relations, bench.desk, number, { statement, text, now: 0 })
  let writes = 0
  const host = { ...bench.host, writeRedo: () => (++writes > 1 && !room ? 0 : 1000 + writes) }
  room = false
  expect(advance({ ...bench, host }, number).state).toBe('room')
  expect(close(bench, 'a')).toBe(true)
  room = true
  expect(go(bench, 'a')).toBe('answered')
  expect(bench.relations.open.size).toBe(0)
  expect(bench.desk.sessions.size).toBe(0)
})
