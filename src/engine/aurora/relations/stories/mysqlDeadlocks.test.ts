/**
 * I1, I4–I6, I19, I22 · Waits and deadlocks of MySQL: scripts that the InnoDB of MariaDB
 * 10.11 has played with the same outcome, but for the victim of a tie.
 */
import { expect, test } from 'vitest'
import type { IsolationLevel } from '../../../contract/sql.ts'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

const plain = 'id int primary key, value int'

type Story = [title: string, level: IsolationLevel, columns: string, rows: string, script: string]

const stories: Story[] = [
  [
    'I6 two that want what the other has: who closes the cycle fails, 1213, the other goes on',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 22 where id = 2 -- 1
    ann  update test set value = 21 where id = 2 -- waits, 1
    bob  update test set value = 12 where id = 1 -- 1213
    ann  commit`,
  ],
  [
    'I6 the one that has changed fewer rows fails, though it waits already',
    'repeatable read',
    plain,
    '(1,10),(2,20),(3,30),(4,40)',
    `
    ann  begin
    bob  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 22 where id = 2 -- 1
    bob  update test set value = 33 where id = 3 -- 1
    bob  update test set value = 44 where id = 4 -- 1
    ann  update test set value = 21 where id = 2 -- waits, 1213
    bob  update test set value = 12 where id = 1 -- 1
    bob  commit`,
  ],
  [
    'I6 three in a ring',
    'repeatable read',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    bob  begin
    cat  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 21 where id = 2 -- 1
    cat  update test set value = 31 where id = 3 -- 1
    ann  update test set value = 22 where id = 2 -- waits, 1
    bob  update test set value = 32 where id = 3 -- waits, 1
    cat  update test set value = 12 where id = 1 -- 1213
    bob  commit
    ann  commit`,
  ],
  [
    'I4, I6 a shared lock that is to become exclusive behind another request: deadlock',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 lock in share mode -- 10
    bob  update test set value = 11 where id = 1 -- waits, 1
    ann  update test set value = 12 where id = 1 -- 1213
    bob  commit`,
  ],
  [
    'I3, I6 two search in vain, both insert: gaps are shared, inserts are not',
    'repeatable read',
    plain,
    '(10,10),(20,20)',
    `
    ann  begin
    bob  begin
    ann  select id from test where id = 15 for update -- nothing
    bob  select id from test where id = 16 for update -- nothing
    ann  insert into test values (15, 0) -- waits, 1
    bob  insert into test values (16, 0) -- 1213
    ann  commit`,
  ],
  [
    'I4 a reader that locks does not go past a writer that waits',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  select value from test where id = 1 lock in share mode -- 10
    bob  update test set value = 11 where id = 1 -- waits, 1
    cat  select value from test where id = 1 lock in share mode -- waits, 11
    ann  commit`,
  ],
  [
    'I22 two more insert the key of an open insert: it commits, both fail',
    'repeatable read',
    plain,
    '(1,10)',
    `
    ann  begin
    ann  insert into test values (3, 30) -- 1
    bob  insert into test values (3, 31) -- waits, 1062
    cat  insert into test values (3, 32) -- waits, 1062
    ann  commit`,
  ],
  [
    'I22 an insert waits for the deletion of its key',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  delete from test where id = 1 -- 1
    bob  insert into test values (1, 11) -- waits, 1
    ann  commit`,
  ],
  [
    'I5 going back to a savepoint keeps locks, but not those of rows taken back',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    ann  savepoint here
    ann  update test set value = 21 where id = 2 -- 1
    ann  insert into test values (3, 30) -- 1
    ann  rollback to here
    bob  insert into test values (3, 31) -- 1
    bob  update test set value = 22 where id = 2 -- waits, 1
    ann  commit`,
  ],
  [
    'I19 what is locked is read as it is now, what is not as the view shows it',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 10
    bob  update test set value = 11 where id = 1 -- 1
    ann  select value from test where id = 1 -- 10
    ann  select value from test where id = 1 for update -- 11
    ann  update test set value = value + 1 where id = 1 -- 1
    ann  select value from test where id = 1 -- 12
    ann  commit`,
  ],
  [
    'I1 a change of the table waits for who has read it, and readers wait behind it',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 10
    bob  alter table test add column more int
    cat  select value from test where id = 2 -- waits, 20
    ann  commit`,
  ],
]

test.each(stories)('%s', (_, level, columns, rows, script) => {
  const played = play({ dialect: 'mysql-5.6', level, columns, rows, script })
  expect(retold(played)).toEqual(foretold(script))
})
