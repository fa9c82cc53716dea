/** I5–I7, I21 · What an error leaves of a transaction, and waits that time ends. */
import { expect, test } from 'vitest'
import type { Dialect } from '../../../contract/sql.ts'
import { setStage } from '../../../testing/playScript.ts'

function benchOf(dialect: Dialect) {
  const columns = 'id int primary key, value int'
  const stage = setStage({ dialect, level: 'read committed', columns, rows: '(1, 10), (2, 20)' })
  const { bench, watch } = stage
  /** Runs statements of a session; gives what the last came to. */
  const run = (session: string, ...texts: string[]) => {
    const answers = texts.map(text => bench.run(session, text))
    watch()
    return answers[answers.length - 1]!
  }
  const code = (session: string) => bench.answerOf(session).error?.code
  return { bench, watch, run, code }
}

const set = (id: number, value: number) => `update test set value = ${value} where id = ${id}`
const read = 'select value from test order by id'

test('I21 MySQL: a timeout undoes the statement, changes and locks before it stay', () => {
  const { bench, run } = benchOf('mysql-5.6')
  run('ann', 'begin', set(1, 11))
  run('bob', 'begin', set(2, 22))
  expect(run('bob', 'update test set value = 0')).toEqual({ waits: true })
  expect(bench.giveUp('bob').error?.code).toBe(1205)
  expect(run('cat', set(2, 23))).toEqual({ waits: true })
  run('bob', 'commit')
  expect(bench.answerOf('cat').affected).toBe(1)
  run('ann', 'commit')
  expect(run('dan', read).rows).toEqual([[11], [23]])
})

test('I21 MySQL: innodb_rollback_on_timeout undoes the whole transaction', () => {
  const { bench, run } = benchOf('mysql-5.6')
  bench.desk.settings.rollbackOnTimeout = true
  run('ann', 'begin', set(1, 11))
  run('bob', 'begin', set(2, 22), set(1, 12))
  bench.giveUp('bob')
  expect(run('cat', set(2, 23)).affected).toBe(1)
})

test('I21 MySQL: a duplicate key undoes its statement alone, all rows of it', () => {
  const { run } = benchOf('mysql-5.6')
  run('ann', 'begin', set(1, 11))
  expect(run('ann', 'insert into test values (3, 30), (2, 0)').error?.code).toBe(1062)
  run('ann', 'commit')
  expect(run('bob', read).rows).toEqual([[11], [20]])
})

test('I6, I21 MySQL: the victim of a deadlock is rolled back whole, its locks are gone', () => {
  const { run } = benchOf('mysql-5.6')
  run('ann', 'begin', set(1, 11))
  run('bob', 'begin', set(2, 22))
  run('ann', set(2, 21))
  expect(run('bob', set(1, 12)).error?.code).toBe(1213)
  expect(run('bob', set(2, 23))).toEqual({ waits: true })
  run('ann', 'commit')
  expect(run('cat', read).rows).toEqual([[11], [23]])
})

test('I21 PostgreSQL: after an error only ROLLBACK helps, and COMMIT rolls back', () => {
  const { run } = benchOf('postgresql-16')
  run('ann', 'begin', set(1, 11))
  expect(run('ann', 'insert into test values (2, 0)').error?.code).toBe('23505')
  expect(run('ann', read).error?.code).toBe('25P02')
  expect(run('ann', 'commit').error).toBeUndefined()
  expect(run('ann', read).rows).toEqual([[10], [20]])
})

test('I5, I21 PostgreSQL: ROLLBACK TO a savepoint heals the transaction', () => {
  const { run } = benchOf('postgresql-16')
  run('ann', 'begin', set(1, 11), 'savepoint here')
  expect(run('ann', 'insert into test values (2, 0)').error?.code).toBe('23505')
  expect(run('ann', 'rollback to here', 'commit').error).toBeUndefined()
  expect(run('bob', read).rows).toEqual([[11], [20]])
})

test('I7 PostgreSQL: nothing happens before the timer; then the first to look gives way', () => {
  const { bench, run, code } = benchOf('postgresql-16')
  run('ann', 'begin', set(1, 11))
  run('bob', 'begin', set(2, 22))
  run('ann', set(2, 21))
  run('bob', set(1, 12))
  expect([bench.answerOf('ann'), bench.answerOf('bob')]).toEqual([{ waits: true }, { waits: true }])
  bench.lookForDeadlocks()
  expect([code('ann'), code('bob')]).toEqual(['40P01', undefined])
  expect(bench.answerOf('bob').affected).toBe(1)
})

test('I7 PostgreSQL: lock_timeout gives up a wait, 55P03, and the transaction', () => {
  const { bench, run } = benchOf('postgresql-16')
  run('ann', 'begin', set(1, 11))
  run('bob', 'begin', set(1, 12))
  expect(bench.giveUp('bob').error?.code).toBe('55P03')
  expect(run('bob', read).error?.code).toBe('25P02')
})
