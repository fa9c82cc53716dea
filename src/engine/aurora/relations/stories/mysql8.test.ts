/** I4, I8 · What MySQL 8.0 has beyond 5.6: NOWAIT, SKIP LOCKED, and ranges that lock less. */
import { expect, test } from 'vitest'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

const stories: [title: string, script: string][] = [
  [
    'I4 NOWAIT fails, SKIP LOCKED passes by',
    `
    ann  begin
    ann  update test set value = 11 where id = 10 -- 1
    bob  select id from test for update skip locked -- 20 30
    bob  select value from test where id = 10 for share nowait -- 3572
    ann  commit`,
  ],
  [
    'I4 workers take one job each from a queue',
    `
    ann  begin
    bob  begin
    ann  select id from test order by id limit 1 for update skip locked -- 10
    bob  select id from test order by id limit 1 for update skip locked -- 20
    cat  select id from test order by id limit 1 for update skip locked -- 30
    ann  commit
    bob  commit`,
  ],
  [
    'I8 the row behind a range of the primary key is free, the gap before it is not',
    `
    ann  begin
    ann  select id from test where id > 10 and id < 20 for update -- nothing
    bob  update test set value = 21 where id = 20 -- 1
    bob  insert into test values (15, 0) -- waits, 1
    ann  commit`,
  ],
]

test.each(stories)('%s', (_, script) => {
  const columns = 'id int primary key, value int'
  const rows = '(10, 10), (20, 20), (30, 30)'
  const played = play({ dialect: 'mysql-8.0', level: 'repeatable read', columns, rows, script })
  expect(retold(played)).toEqual(foretold(script))
})
