/** What single statements do in each edition, through the real parser. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import { type Bench, createBench } from '../testing/sqlBench.ts'

const account = { name: 'account', columns: ['id int primary key', 'balance int'], rows: 5 }

function open(dialect: Dialect): Bench {
  return createBench({ dialect, parseSql, parseColumn, tables: [account] })
}

function rows(bench: Bench, text: string, session = 'a') {
  const answer = bench.run(session, text)
  expect(answer.error).toBeUndefined()
  return answer.rows
}

function code(bench: Bench, text: string, session = 'a') {
  return bench.run(session, text).error?.code
}

test('I37: MySQL numbers rows, and does not take numbers back', () => {
  const bench = open('mysql-8.0')
  rows(bench, 'create table item (id int auto_increment primary key, name varchar(10) not null)')
  expect(bench.run('a', "insert into item (name) values ('x'), ('y')").affected).toBe(2)
  rows(bench, 'begin')
  bench.run('a', "insert into item (name) values ('z')")
  rows(bench, 'rollback')
  bench.run('a', "insert into item values (null, 'w')")
  expect(rows(bench, 'select id from item')).toEqual([[1], [2], [4]])
  expect(rows(bench, 'select last_insert_id()')).toEqual([[4]])
  expect(code(bench, 'insert into item (id) values (9)')).toBe(1364)
  expect(code(bench, 'insert into item values (9, null)')).toBe(1048)
  expect(code(bench, "insert into item values (1, 'q')")).toBe(1062)
  expect(code(bench, "insert into item values (1, 'q', 3)")).toBe(1136)
})

test('I37: ON DUPLICATE KEY UPDATE counts 1, 2 and 0; IGNORE warns', () => {
  const bench = open('mysql-8.0')
  const upsert = 'on duplicate key update balance = values(balance)'
  expect(bench.run('a', `insert into account values (6, 1) ${upsert}`).affected).toBe(1)
  expect(bench.run('a', `insert into account values (6, 2) ${upsert}`).affected).toBe(2)
  expect(bench.run('a', `insert into account values (6, 2) ${upsert}`).affected).toBe(0)
  expect(bench.run('a', 'insert ignore into account values (6, 3), (7, 3)').affected).toBe(1)
  expect(rows(bench, 'show warnings')?.[0]?.[1]).toBe(1062)
})

test('PostgreSQL: ON CONFLICT updates or does nothing, RETURNING tells the row', () => {
  const bench = open('postgresql-16')
  const upsert = 'on conflict (id) do update set balance = excluded.balance + account.balance'
  const both = bench.run('a', `insert into account values (5, 1), (6, 2) ${upsert} returning *`)
  expect(both).toMatchObject({
    affected: 2,
    rows: [
      [5, 101],
      [6, 2],
    ],
  })
  expect(bench.run('a', 'insert into account values (6, 9) on conflict do nothing').affected).toBe(
    0,
  )
  expect(code(bench, `insert into account values (7, 1), (7, 2) ${upsert}`)).toBe('21000')
  expect(code(bench, 'insert into account values (7, 1) on conflict (balance) do nothing')).toBe(
    '42P10',
  )
})

test('I37: MySQL counts changed rows, PostgreSQL matched ones', () => {
  const same = 'update account set balance = 100 where id <= 2'
  expect(open('mysql-8.0').run('a', same).affected).toBe(0)
  expect(open('postgresql-16').run('a', same).affected).toBe(2)
})

test('I32: rows come in the order of the key, or of the heap with changed ones at its end', () => {
  for (const [dialect, order] of [
    ['mysql-8.0', [1, 2, 3, 4, 5]],
    ['postgresql-16', [1, 3, 4, 5, 2]],
  ] as const) {
    const bench = open(dialect)
    bench.run('a', 'update account set balance = 7 where id = 2')
    expect(rows(bench, 'select id from account')?.flat()).toEqual(order)
  }
})

test('MySQL: a change of the primary key moves the row, and meets others', () => {
  const bench = open('mysql-8.0')
  expect(code(bench, 'update account set id = 2 where id = 1')).toBe(1062)
  expect(bench.run('a', 'update account set id = id + 10').affected).toBe(5)
  expect(rows(bench, 'select id from account')?.flat()).toEqual([11, 12, 13, 14, 15])
  expect(bench.run('a', 'update account set id = id + 1 order by id desc limit 2').affected).toBe(2)
  expect(rows(bench, 'select id from account')?.flat()).toEqual([11, 12, 13, 15, 16])
  rows(bench, 'begin')
  bench.run('a', 'update account set id = 1 where id = 16')
  rows(bench, 'rollback')
  expect(rows(bench, 'select id from account')?.flat()).toEqual([11, 12, 13, 15, 16])
})

for (const dialect of ['mysql-8.0', 'postgresql-16'] as const) {
  test(`I34, I35 ${dialect}: an index is filled, used, kept and undone`, () => {
    const bench = open(dialect)
    bench.run('a', 'update account set balance = id * 10 where id > 2')
    rows(bench, 'create index by_balance on account (balance)')
    expect(rows(bench, 'select id from account where balance = 40')).toEqual([[4]])
    expect(
      rows(bench, 'select id from account where balance between 30 and 50 order by id'),
    ).toEqual([[3], [4], [5]])
    rows(bench, 'begin')
    bench.run('a', 'update account set balance = 45 where id = 4')
    expect(rows(bench, 'select id from account where balance = 45')).toEqual([[4]])
    expect(rows(bench, 'select id from account where balance = 40')).toEqual([])
    expect(rows(bench, 'select id from account where balance = 40', 'b')).toEqual([[4]])
    rows(bench, 'rollback')
    expect(rows(bench, 'select id from account where balance = 40')).toEqual([[4]])
    expect(rows(bench, 'select id from account where balance = 45')).toEqual([])
    const error = bench.run('a', 'create unique index one_balance on account (balance)').error
    expect(error?.sqlstate).toBe(dialect === 'mysql-8.0' ? '23000' : '23505')
    expect(bench.relations.leftovers).toEqual([])
    const [table] = bench.relations.tables.values()
    expect(table!.indexes.at(-1)!.tree!.size).toBe(5)
  })

  test(`I36 ${dialect}: columns come and go, rows are emptied, tables are dropped`, () => {
    const bench = open(dialect)
    bench.run('a', 'update account set balance = 7 where id = 2')
    rows(bench, "alter table account add column note varchar(5) default 'n'")
    expect(rows(bench, 'select * from account where id <= 2 order by id')).toEqual([
      [1, 100, 'n'],
      [2, 7, 'n'],
    ])
    rows(bench, 'alter table account drop column balance')
    expect(rows(bench, 'select * from account where id <= 2 order by id')).toEqual([
      [1, 'n'],
      [2, 'n'],
    ])
    bench.run('a', "insert into account values (6, 'm')")
    expect(rows(bench, 'select count(*) from account')).toEqual([[6]])
    rows(bench, 'truncate table account')
    expect(rows(bench, 'select * from account')).toEqual([])
    rows(bench, 'drop table account')
    expect(bench.run('a', 'select * from account').error?.sqlstate).toBe(
      dialect === 'mysql-8.0' ? '42S02' : '42P01',
    )
    rows(bench, 'drop table if exists account')
  })
}

test('I36: PostgreSQL takes definitions back, MySQL commits before them', () => {
  const postgresql = open('postgresql-16')
  rows(postgresql, 'begin')
  rows(postgresql, 'create table t (a int)')
  rows(postgresql, 'insert into t values (1)')
  rows(postgresql, 'drop table account')
  expect(postgresql.run('b', 'select * from t').error?.code).toBe('42P01')
  expect(postgresql.run('b', 'select count(*) from account')).toEqual({ waits: true })
  rows(postgresql, 'rollback')
  expect(postgresql.answerOf('b').rows).toEqual([[5]])
  expect(code(postgresql, 'select * from t')).toBe('42P01')
  const mysql = open('mysql-8.0')
  rows(mysql, 'begin')
  mysql.run('a', 'delete from account')
  rows(mysql, 'create table t (a int)')
  rows(mysql, 'rollback')
  expect(rows(mysql, 'select count(*) from account')).toEqual([[0]])
})

test('I36: a definition of MySQL waits for transactions that have used the table', () => {
  const bench = open('mysql-8.0')
  rows(bench, 'begin', 'b')
  rows(bench, 'select * from account', 'b')
  expect(bench.run('a', 'alter table account add column c int')).toEqual({ waits: true })
  expect(bench.run('c', 'select * from account')).toEqual({ waits: true })
  rows(bench, 'commit', 'b')
  expect(bench.answerOf('a').error).toBeUndefined()
  expect(bench.answerOf('c').columns).toEqual(['id', 'balance', 'c'])
})

test('I21: PostgreSQL refuses all after an error until the end; a savepoint saves the rest', () => {
  const bench = open('postgresql-16')
  rows(bench, 'begin')
  bench.run('a', 'update account set balance = 1 where id = 1')
  rows(bench, 'savepoint s')
  bench.run('a', 'update account set balance = 2 where id = 2')
  expect(code(bench, 'select 1/0')).toBe('22012')
  expect(code(bench, 'select 1')).toBe('25P02')
  rows(bench, 'rollback to savepoint s')
  expect(rows(bench, 'select balance from account where id <= 2 order by id')).toEqual([[1], [100]])
  expect(bench.run('b', 'update account set balance = 9 where id = 2').affected).toBe(1)
  rows(bench, 'commit')
  expect(rows(bench, 'select balance from account where id <= 2 order by id')).toEqual([[1], [9]])
  rows(bench, 'begin')
  bench.run('a', 'update account set balance = 3 where id = 1')
  expect(code(bench, 'select nothing')).toBe('42703')
  expect(bench.run('b', 'update account set balance = 4 where id = 1').affected).toBe(1)
  rows(bench, 'commit')
  expect(rows(bench, 'select balance from account where id = 1')).toEqual([[4]])
})

test('I21: MySQL undoes a failed statement alone', () => {
  const bench = open('mysql-8.0')
  rows(bench, 'begin')
  bench.run('a', 'update account set balance = 1 where id = 1')
  expect(code(bench, 'insert into account values (6, 1), (7, 1), (1, 1)')).toBe(1062)
  rows(bench, 'commit')
  expect(rows(bench, 'select id, balance from account where id in (1, 6, 7)')).toEqual([[1, 1]])
})

test('I39: subqueries see the rows of the statement, locked in a change at REPEATABLE READ', () => {
  const bench = open('mysql-8.0')
  rows(bench, 'create table t (id int primary key, n int)')
  bench.run('a', 'insert into t values (1, (select max(id) from account)), (2, 0)')
  expect(code(bench, 'insert into t values ((select max(id) + 1 from t), 0)')).toBe(1093)
  expect(rows(bench, 'select * from t where n = (select count(*) from account)')).toEqual([[1, 5]])
  expect(
    rows(bench, 'select id from t where exists (select 1 from account where account.id = t.n)'),
  ).toEqual([[1]])
  rows(bench, 'begin', 'b')
  bench.run('b', 'update account set balance = 0 where id = 5')
  const change = 'update t set n = (select sum(balance) from account) where id = 2'
  expect(bench.run('a', change)).toEqual({ waits: true })
  rows(bench, 'commit', 'b')
  expect(bench.answerOf('a').affected).toBe(1)
  expect(rows(bench, 'select n from t where id = 2')).toEqual([[400]])
})

test('I39, J5: a statement that visits too much, or answers too much, is refused', () => {
  const tables = [{ ...account, rows: 5000 }]
  const settings = { scanRows: 4000 }
  const bench = createBench({ dialect: 'mysql-8.0', parseSql, parseColumn, tables, settings })
  expect(bench.run('a', 'select count(*) from account').error?.kind).toBe('unsupported')
  expect(bench.run('a', 'select * from account where id <= 2000').error?.kind).toBe('unsupported')
  expect(rows(bench, 'select count(*) from account where id <= 2000')).toEqual([[2000]])
})

test('I38: going back to before the first change lets all locks go', () => {
  const bench = open('mysql-8.0')
  rows(bench, 'begin')
  rows(bench, 'savepoint first')
  bench.run('a', 'update account set balance = 1 where id = 1')
  rows(bench, 'savepoint second')
  bench.run('a', 'update account set balance = 2 where id = 2')
  expect(bench.run('b', 'update account set balance = 9 where id = 2')).toEqual({ waits: true })
  rows(bench, 'rollback to second')
  expect(bench.answerOf('b')).toEqual({ waits: true })
  rows(bench, 'rollback to first')
  expect(bench.answerOf('b').affected).toBe(1)
  expect(bench.relations.open.size).toBe(0)
  rows(bench, 'rollback to first')
  expect(rows(bench, 'select balance from account where id <= 2')).toEqual([[100], [9]])
  rows(bench, 'commit')
})
