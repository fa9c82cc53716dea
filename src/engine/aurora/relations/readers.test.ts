/** Statements at a reader: what its read point shows, and what it refuses. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../contract/sql.ts'
import { parseColumn, parseSql } from '../../sql/parseSql.ts'
import { createDesk } from './createDesk.ts'
import { advance, beginStatement } from './advance.ts'
import { openSession } from './sessions/sessions.ts'
import { type Bench, createBench } from './testing/sqlBench.ts'

const account = { name: 'account', columns: ['id int primary key', 'balance int'], rows: 3 }

/** A reader beside the writer of the bench, at this read point. */
function createReader(bench: Bench) {
  const desk = createDesk(bench.desk.settings)
  const session = openSession(bench.relations, desk, 'reader', { now: 0 })
  const host = { ...bench.host, readPoint: 0 as number | null }
  function run(text: string) {
    const [parsed] = parseSql(text, bench.relations.dialect)
    if (!parsed?.ok) throw new Error(text)
    const { statement } = parsed
    beginStatement(bench.relations, desk, session, { statement, text, now: 0 })
    const outcome = advance({ relations: bench.relations, desk, host }, session)
    return outcome.state === 'answered' ? outcome.answer : null
  }
  return { host, run }
}

function lsnOfLastCommit({ relations }: Bench): number {
  return Math.max(...[...relations.committed.values()].map(({ lsn }) => lsn))
}

for (const dialect of ['mysql-8.0', 'postgresql-16'] as Dialect[]) {
  test(`J11 ${dialect}: a reader sees commits up to its read point, whatever is purged`, () => {
    const bench = createBench({ dialect, parseSql, parseColumn, tables: [account] })
    const reader = createReader(bench)
    bench.relations.lowestReadPoint = 0
    bench.run('a', 'update account set balance = 1 where id = 1')
    bench.run('a', 'delete from account where id = 2')
    const query = 'select id, balance from account order by id'
    expect(reader.run(query)?.rows).toEqual([
      [1, 100],
      [2, 100],
      [3, 100],
    ])
    reader.host.readPoint = lsnOfLastCommit(bench)
    expect(reader.run(query)?.rows).toEqual([
      [1, 1],
      [3, 100],
    ])
    bench.relations.lowestReadPoint = reader.host.readPoint
    bench.run('a', 'update account set balance = 4 where id = 3')
    expect(bench.relations.leftovers.length).toBe(1)
  })

  test(`J11 ${dialect}: a reader refuses changes`, () => {
    const bench = createBench({ dialect, parseSql, parseColumn, tables: [account] })
    const { run } = createReader(bench)
    const code = dialect === 'mysql-8.0' ? 1290 : '25006'
    expect(run('update account set balance = 1')?.error?.code).toBe(code)
    expect(run('drop table account')?.error?.code).toBe(code)
  })
}

test('J11: MySQL readers stay at REPEATABLE READ, PostgreSQL readers refuse SERIALIZABLE', () => {
  const mysql = createBench({ dialect: 'mysql-8.0', parseSql, parseColumn, tables: [account] })
  const reader = createReader(mysql)
  mysql.relations.lowestReadPoint = 0
  reader.run('set session transaction isolation level read committed')
  reader.run('begin')
  expect(reader.run('select balance from account where id = 1')?.rows).toEqual([[100]])
  mysql.run('a', 'update account set balance = 1 where id = 1')
  reader.host.readPoint = lsnOfLastCommit(mysql)
  expect(reader.run('select balance from account where id = 1')?.rows).toEqual([[100]])
  const dialect = 'postgresql-16'
  const postgresql = createReader(
    createBench({ dialect, parseSql, parseColumn, tables: [account] }),
  )
  expect(postgresql.run('begin isolation level serializable')?.error?.code).toBe('0A000')
})

test('J11, I35: a reader does not purge, since the locks of rows stand at the writer', () => {
  const bench = createBench({ dialect: 'mysql-8.0', parseSql, parseColumn, tables: [account] })
  const reader = createReader(bench)
  bench.run('a', 'begin')
  bench.run('a', 'select * from account where id = 3')
  bench.run('b', 'delete from account where id = 2')
  expect(bench.relations.leftovers.length).toBe(1)
  bench.relations.views.clear()
  reader.run('select 1 from account')
  expect(bench.relations.leftovers.length).toBe(1)
  bench.run('a', 'commit')
  expect(bench.relations.leftovers.length).toBe(0)
})
