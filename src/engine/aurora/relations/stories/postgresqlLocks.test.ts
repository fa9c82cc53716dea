/**
 * I2–I7, I13, I20, I22 · What waits for what in PostgreSQL: scripts that PostgreSQL 15 has
 * played with the same outcome.
 */
import { expect, test } from 'vitest'
import type { IsolationLevel } from '../../../contract/sql.ts'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

const plain = 'id int primary key, value int'

type Story = [title: string, level: IsolationLevel, columns: string, rows: string, script: string]

const stories: Story[] = [
  [
    'I20 READ COMMITTED: who waited works on the newest row',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  update test set value = value + 1 where id = 1 -- 1
    bob  update test set value = value + 1 where id = 1 -- waits, 1
    ann  commit
    bob  select value from test where id = 1 -- 12
    bob  commit`,
  ],
  [
    'I20 and passes it by if it does not match any more',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 30 where id = 2 -- 1
    bob  update test set value = 0 where value = 20 -- waits, 0
    ann  commit`,
  ],
  [
    'I20 rows that match only now are not seen',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = value + 10 -- 2
    bob  delete from test where value = 20 -- waits, 0
    ann  commit
    cat  select id, value from test -- 1,20 2,30`,
  ],
  [
    'I20 FOR UPDATE waits and shows the newest row',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  select value from test where id = 1 for update -- waits, 11
    ann  commit`,
  ],
  [
    'I20 REPEATABLE READ: the first who changes a row wins, 40001',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 2 -- 20
    bob  select value from test where id = 2 -- 20
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 12 where id = 1 -- waits, 40001
    ann  commit`,
  ],
  [
    'I20 if that one rolls back the second goes on',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 2 -- 20
    bob  select value from test where id = 2 -- 20
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 12 where id = 1 -- waits, 1
    ann  rollback
    bob  commit
    cat  select value from test where id = 1 -- 12`,
  ],
  [
    'I20 a row changed since the view cannot be locked',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 10
    bob  update test set value = 11 where id = 1 -- 1
    ann  select value from test where id = 1 -- 10
    ann  select value from test where id = 1 for update -- 40001`,
  ],
  [
    'I20 one that was only locked can be changed',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 10
    bob  begin
    bob  select value from test where id = 1 for update -- 10
    ann  update test set value = 11 where id = 1 -- waits, 1
    bob  commit
    ann  commit`,
  ],
  [
    'I2, I13 FOR KEY SHARE lets others change what is no key',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 for key share -- 10
    bob  update test set value = 11 where id = 1 -- 1
    ann  select value from test where id = 1 for key share -- 10
    bob  commit
    bob  update test set id = 5 where id = 1 -- waits, 1
    ann  commit`,
  ],
  [
    'I2, I13 FOR SHARE is shared, and keeps writers off',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 for share -- 10
    bob  select value from test where id = 1 for share -- 10
    cat  update test set value = 11 where id = 1 -- waits, 1
    ann  commit
    bob  commit`,
  ],
  [
    'I4 NOWAIT fails, SKIP LOCKED passes by, a plain SELECT does not care',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  select value from test where id = 1 for update nowait -- 55P03
    cat  select value from test where id = 1 -- 10
    dan  select id from test order by id for update skip locked -- 2
    ann  commit`,
  ],
  [
    'I22 two more insert the key of an open insert: it commits, both fail',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  insert into test values (3, 30) -- 1
    bob  insert into test values (3, 31) -- waits, 23505
    cat  insert into test values (3, 32) -- waits, 23505
    ann  commit`,
  ],
  [
    'I22 it rolls back: the one that waited goes on',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  insert into test values (3, 30) -- 1
    bob  insert into test values (3, 31) -- waits, 1
    ann  rollback
    cat  select value from test where id = 3 -- 31`,
  ],
  [
    'I22 ON CONFLICT waits for it too, and does nothing or changes the row',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  insert into test values (3, 30) -- 1
    bob  insert into test values (3, 31) on conflict do nothing -- waits, 0
    cat  insert into test values (3, 32) on conflict (id) do update set value = 31 -- waits, 1
    ann  commit
    dan  select value from test where id = 3 -- 31`,
  ],
  [
    'I22 an insert waits for the deletion of its key',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  delete from test where id = 1 -- 1
    bob  insert into test values (1, 11) -- waits, 1
    ann  commit
    cat  select value from test where id = 1 -- 11`,
  ],
  [
    'I22 REPEATABLE READ: ON CONFLICT fails for a row that the view does not show',
    'repeatable read',
    plain,
    '(1,1),(2,5)',
    `
    ann  begin
    bob  begin
    bob  select value from test -- 1 5
    ann  insert into test values (3,1) -- 1
    ann  commit
    bob  insert into test values (3,2) on conflict do nothing -- 40001`,
  ],
  [
    'I5 going back to a savepoint lets go the rows locked since',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    ann  savepoint here
    ann  update test set value = 21 where id = 2 -- 1
    bob  update test set value = 22 where id = 2 -- waits, 1
    ann  rollback to here
    cat  update test set value = 12 where id = 1 -- waits, 1
    ann  commit`,
  ],
  [
    'I2, I13 a change of the table waits for writers, and readers wait behind it',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  alter table test add column more int
    cat  select value from test where id = 2 -- waits, 20
    ann  commit`,
  ],
  [
    'I7 deadlock: the one whose timer fires first fails, 40P01',
    'read committed',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 22 where id = 2 -- 1
    ann  update test set value = 21 where id = 2 -- waits, 40P01
    bob  update test set value = 12 where id = 1 -- waits, 1
    bob  commit`,
  ],
  [
    'I7 three in a ring',
    'read committed',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    bob  begin
    cat  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 21 where id = 2 -- 1
    cat  update test set value = 31 where id = 3 -- 1
    ann  update test set value = 22 where id = 2 -- waits, 40P01
    bob  update test set value = 32 where id = 3 -- waits, 1
    cat  update test set value = 12 where id = 1 -- waits, 1
    cat  commit
    bob  commit`,
  ],
]

test.each(stories)('%s', (_, level, columns, rows, script) => {
  const played = play({ dialect: 'postgresql-16', level, columns, rows, script })
  expect(retold(played)).toEqual(foretold(script))
})
