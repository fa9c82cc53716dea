/** What a crash leaves: commits that are durable, and rows that wait for being undone. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../contract/sql.ts'
import { parseColumn, parseSql } from '../../sql/parseSql.ts'
import { advance, beginStatement, noteCommitRecord } from './advance.ts'
import {
  annulAbove,
  crashDesk,
  interruptedIn,
  relockInterrupted,
  undoInterrupted,
} from './crash.ts'
import { rowsOf } from './questions/rowsOf.ts'
import { type Bench, createBench } from './testing/sqlBench.ts'

const account = { name: 'account', columns: ['id int primary key', 'balance int'], rows: 5 }

function open(dialect: Dialect): Bench {
  const bench = createBench({ dialect, parseSql, parseColumn, tables: [account] })
  bench.run('a', 'create index by_balance on account (balance)')
  return bench
}

function balances(bench: Bench): unknown[] {
  return bench.run('new', 'select id, balance from account order by id').rows!
}

/** A commit whose record has this LSN and is not yet durable. */
function commitInFlight(bench: Bench, session: string, lsn: number): void {
  const number = bench.sessionNumber(session)
  const [parsed] = parseSql('commit', bench.relations.dialect)
  if (!parsed?.ok) throw new Error('COMMIT was not read')
  beginStatement(bench.relations, bench.desk, number, {
    statement: parsed.statement,
    text: 'commit',
    now: 0,
  })
  expect(advance(bench, number).state).toBe('commit')
  const { transaction } = bench.desk.sessions.get(number)!
  noteCommitRecord(bench.relations, transaction!.number, lsn)
}

function changes(bench: Bench, session: string): number[] {
  const { transaction } = bench.desk.sessions.get(bench.sessionNumber(session))!
  return bench.relations.open.get(transaction!.number)!.changes.map(({ lsn }) => lsn)
}

for (const dialect of ['mysql-8.0', 'postgresql-16'] as const) {
  test(`J10 ${dialect}: rows of an interrupted transaction stay locked until undone`, () => {
    const bench = open(dialect)
    bench.run('a', 'begin')
    bench.run('a', 'update account set balance = 1 where id = 1')
    bench.run('a', 'delete from account where id = 2')
    bench.run('a', 'insert into account values (6, 6)')
    const [, , last] = changes(bench, 'a')
    crashDesk(bench.relations, bench.desk)
    annulAbove(bench.relations, last!)
    relockInterrupted(bench.relations, bench.desk, 0)
    const [interrupted] = interruptedIn(bench.relations)
    const held = [...bench.desk.locks.byResource.values()]
      .flat()
      .filter(({ key }) => key === 'id 1')
    expect(held.map(({ page }) => page)).toEqual([0])
    expect(balances(bench).length).toBe(5)
    expect(bench.run('b', 'update account set balance = 9 where id = 1')).toEqual({ waits: true })
    undoInterrupted(bench.relations, bench.desk, interrupted!, 0)
    const [woken] = bench.desk.locks.woken
    expect(bench.desk.sessions.get(bench.sessionNumber('b'))!.transaction!.number).toBe(woken)
    expect(bench.relations.open.size).toBe(1)
    expect(
      rowsOf(bench.relations, [bench.desk], { table: 'account', from: 0, count: 9 })!.rowCount,
    ).toBe(5)
  })

  test(`J10 ${dialect}: what lies above the recovered VDL never happened`, () => {
    const bench = open(dialect)
    bench.run('a', 'begin')
    bench.run('a', 'update account set balance = 1 where id = 1')
    bench.run('a', 'update account set balance = 2 where id = 2')
    bench.run('b', 'begin')
    bench.run('b', 'update account set balance = 3 where id = 3')
    const [first] = changes(bench, 'a')
    crashDesk(bench.relations, bench.desk)
    annulAbove(bench.relations, first!)
    expect(interruptedIn(bench.relations).length).toBe(1)
    undoInterrupted(bench.relations, bench.desk, interruptedIn(bench.relations)[0]!, 0)
    expect(balances(bench)).toEqual([1, 2, 3, 4, 5].map(id => [id, 100]))
  })

  test(`J10 ${dialect}: a durable commit record has committed, though nobody was told`, () => {
    for (const [durable, expected] of [
      [1_000_000, 1],
      [999_999, 100],
    ] as const) {
      const bench = open(dialect)
      bench.run('a', 'begin')
      bench.run('a', 'update account set balance = 1 where id = 1')
      commitInFlight(bench, 'a', 1_000_000)
      crashDesk(bench.relations, bench.desk)
      annulAbove(bench.relations, durable)
      for (const one of interruptedIn(bench.relations))
        undoInterrupted(bench.relations, bench.desk, one, 0)
      expect(balances(bench)[0]).toEqual([1, expected])
    }
  })

  test(`J10 ${dialect}: a definition that was not committed is taken back`, () => {
    const bench = open(dialect)
    bench.run('a', 'begin')
    const { settings } = bench.desk
    expect(settings.scanRows).toBeGreaterThan(0)
    const number = bench.sessionNumber('a')
    const [parsed] = parseSql('drop table account', dialect)
    if (!parsed?.ok) throw new Error('DROP TABLE was not read')
    const { statement, text } = parsed
    beginStatement(bench.relations, bench.desk, number, { statement, text, now: 0 })
    advance(bench, number)
    crashDesk(bench.relations, bench.desk)
    annulAbove(bench.relations, 0)
    expect(balances(bench).length).toBe(5)
  })
}
