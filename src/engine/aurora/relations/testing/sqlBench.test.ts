/** Statements of several sessions through the real parser, without a cluster. */
import { expect, test } from 'vitest'
import { parseColumn, parseSql } from '../../../sql/parseSql.ts'
import { type Bench, createBench } from './sqlBench.ts'

const tables = [{ name: 'account', columns: ['id int primary key', 'balance int'], rows: 10 }]

function mysql(): Bench {
  return createBench({ dialect: 'mysql-8.0', parseSql, parseColumn, tables })
}

function postgresql(): Bench {
  return createBench({ dialect: 'postgresql-16', parseSql, parseColumn, tables })
}

for (const [edition, open] of [
  ['mysql', mysql],
  ['postgresql', postgresql],
] as const) {
  test(`I18, I35 ${edition}: a transaction sees its changes, others after the commit`, () => {
    const bench = open()
    expect(bench.run('a', 'select balance from account where id = 3').rows).toEqual([[100]])
    expect(bench.run('a', 'begin').error).toBeUndefined()
    expect(bench.run('a', 'update account set balance = balance - 30 where id = 3')).toMatchObject({
      affected: 1,
    })
    expect(bench.run('a', 'select balance from account where id = 3').rows).toEqual([[70]])
    expect(bench.run('b', 'select balance from account where id = 3').rows).toEqual([[100]])
    expect(bench.run('b', 'update account set balance = 0 where id = 3')).toEqual({ waits: true })
    expect(bench.run('a', 'commit').error).toBeUndefined()
    expect(bench.answerOf('b')).toMatchObject({ affected: 1 })
    expect(bench.run('a', 'select count(*), sum(balance) from account').rows![0]![0]).toBe(10)
    expect(bench.run('a', 'insert into account values (11, 5), (12, 6)')).toMatchObject({
      affected: 2,
    })
    expect(bench.run('a', 'delete from account where id in (1, 11)')).toMatchObject({ affected: 2 })
    expect(bench.run('a', 'select id from account order by id').rows!.flat()).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9, 10, 12,
    ])
    bench.run('a', 'begin')
    bench.run('a', 'delete from account')
    bench.run('a', 'rollback')
    expect(bench.run('a', 'select count(*) from account').rows).toEqual([[10]])
    expect(bench.run('a', 'insert into account values (2, 5)').error?.sqlstate).toMatch(/23/)
    expect(bench.relations.leftovers).toEqual([])
  })
}
