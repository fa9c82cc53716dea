/**
 * I14–I16 · SERIALIZABLE of PostgreSQL: scripts that PostgreSQL 15 has played with the same
 * outcome, false alarms included.
 */
import { expect, test } from 'vitest'
import type { IsolationLevel } from '../../../contract/sql.ts'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

const plain = 'id int primary key, value int'

type Story = [title: string, level: IsolationLevel, columns: string, rows: string, script: string]

const stories: Story[] = [
  [
    'I14 a change of an indexed column enters every index: a false alarm',
    'serializable',
    `${plain} unique`,
    '(1, 10), (2, 20), (3, 30), (4, 40)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 10
    bob  select value from test where id = 2 -- 20
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 21 where id = 2 -- 1
    ann  commit
    bob  commit -- 40001`,
  ],
  [
    'I15 write skew: the second to commit fails, 40001',
    'serializable',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test -- 10 20
    bob  select value from test -- 10 20
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 21 where id = 2 -- 1
    ann  commit
    bob  [end] commit -- 40001`,
  ],
  [
    'I20 a lost update fails at the write, as at REPEATABLE READ',
    'serializable',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 10
    bob  select value from test where id = 1 -- 10
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 12 where id = 1 -- waits, 40001
    ann  commit`,
  ],
  [
    'I16 the one in the middle fails at its write',
    'serializable',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    bob  begin
    cat  begin
    ann  select value from test where id = 1 -- 10
    bob  select value from test where id = 2 -- 20
    cat  update test set value = 21 where id = 2 -- 1
    cat  commit
    bob  update test set value = 11 where id = 1 -- 40001
    ann  commit`,
  ],
  [
    'I15 a reader sees the later of two: the one still open fails',
    'serializable',
    plain,
    '(1,1),(2,5)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 1
    bob  begin
    bob  update test set value = 2 where id = 1 -- 1
    bob  commit
    cat  begin read only
    cat  select id, value from test order by id -- 1,2 2,5
    cat  commit
    ann  update test set value = 6 where id = 2 -- 40001`,
  ],
  [
    'I15 without that reader nothing fails',
    'serializable',
    plain,
    '(1,1),(2,5)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 1
    bob  begin
    bob  update test set value = 2 where id = 1 -- 1
    bob  commit
    ann  update test set value = 6 where id = 2 -- 1
    ann  commit`,
  ],
  [
    'I15 a reader whose snapshot is older does no harm',
    'serializable',
    plain,
    '(1,1),(2,5)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 1
    cat  begin read only
    cat  select id, value from test order by id -- 1,1 2,5
    bob  begin
    bob  update test set value = 2 where id = 1 -- 1
    bob  commit
    cat  commit
    ann  update test set value = 6 where id = 2 -- 1
    ann  commit`,
  ],
  [
    'I14 rows found by an index: each changes its own, both commit',
    'serializable',
    plain,
    '(1,10),(2,20),(3,30),(4,40)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 10
    bob  select value from test where id = 2 -- 20
    ann  update test set value = 11 where id = 1 -- 1
    bob  update test set value = 21 where id = 2 -- 1
    ann  commit
    bob  commit`,
  ],
  [
    'I14 two rows of a page are two rows',
    'serializable',
    plain,
    '(1,10),(2,20),(3,30),(4,40),(5,50)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 10
    ann  select value from test where id = 2 -- 20
    bob  select value from test where id = 4 -- 40
    bob  update test set value = 51 where id = 5 -- 1
    ann  update test set value = 41 where id = 4 -- 1
    ann  commit
    bob  commit`,
  ],
  [
    'I14 three are the page: a false alarm',
    'serializable',
    plain,
    '(1,10),(2,20),(3,30),(4,40),(5,50)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 10
    ann  select value from test where id = 2 -- 20
    ann  select value from test where id = 3 -- 30
    bob  select value from test where id = 4 -- 40
    bob  update test set value = 51 where id = 5 -- 1
    ann  update test set value = 41 where id = 4 -- 1
    ann  commit
    bob  commit -- 40001`,
  ],
  [
    'I14 an index leaf that was read meets an insert: a false alarm',
    'serializable',
    plain,
    '(1,1),(2,5)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 1
    bob  update test set value = 2 where id = 1 -- 1
    bob  commit
    ann  insert into test values (10, 1) -- 40001`,
  ],
  [
    'I14 two insert on a leaf that both have read',
    'serializable',
    plain,
    '(1,10),(2,20),(3,30),(4,40)',
    `
    ann  begin
    bob  begin
    ann  select value from test where id = 1 -- 10
    bob  select value from test where id = 2 -- 20
    ann  insert into test values (11, 1) -- 1
    bob  insert into test values (12, 1) -- 1
    ann  commit
    bob  commit -- 40001`,
  ],
]

test.each(stories)('%s', (_, level, columns, rows, script) => {
  const played = play({ dialect: 'postgresql-16', level, columns, rows, script })
  expect(retold(played)).toEqual(foretold(script))
})
