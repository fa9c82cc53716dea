/** A statement that stops for pages and room in the log comes to the same as any other. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import type { Host } from '../execution.ts'
import { type BenchAnswer, createBench } from './sqlBench.ts'

const tables = [
  {
    name: 'account',
    columns: ['id int primary key', 'balance int', 'kind varchar(9)'],
    rows: 40,
    rowsPerPage: 4,
  },
]

const script = [
  'create index by_balance on account (balance)',
  'update account set balance = id * 10 where id > 20',
  'begin',
  "insert into account values (41, 5, 'a'), (42, 6, 'b'), (43, 100, 'c')",
  'update account set balance = balance + 1 where balance between 100 and 250',
  'delete from account where id in (1, 2, 3, 22, 41)',
  'select count(*), sum(balance), min(id) from account where balance >= 101',
  'savepoint here',
  'update account set balance = 0',
  'rollback to here',
  'select id, balance from account where balance = (select max(balance) from account)',
  'commit',
  'begin',
  'delete from account where id < 30',
  'rollback',
  'select id, balance, kind from account order by id',
]

/** Every so often a page or room in the log is missing once; 0 = never. */
function failing(every: number): Partial<Host> {
  let [touches, writes, lsn] = [0, 0, 0]
  const fetched = new Set<number>()
  return {
    touchPage: page => {
      if (every === 0 || ++touches % every !== 0 || fetched.has(page)) return true
      if (fetched.size > 20) fetched.clear()
      fetched.add(page)
      return false
    },
    writeRedo: () => (every !== 0 && ++writes % every === 0 ? 0 : ++lsn),
  }
}

function play(dialect: Dialect, every: number): BenchAnswer[] {
  const bench = createBench({ dialect, parseSql, parseColumn, tables, host: failing(every) })
  return script.map(text => bench.run('a', text))
}

for (const dialect of ['mysql-8.0', 'postgresql-16'] as Dialect[]) {
  test(`I34 ${dialect}: stopping and going on changes nothing`, () => {
    const calm = play(dialect, 0)
    expect(calm.every(({ error, waits }) => error === undefined && !waits)).toBe(true)
    expect(calm.at(-1)!.rows!.length).toBe(38)
    for (const every of [2, 3, 7]) expect(play(dialect, every)).toEqual(calm)
  })
}
