/**
 * I8, I9, I19 · What searches lock in MySQL: scripts that the InnoDB of MariaDB 10.11 has played
 * with the same outcome.
 */
import { expect, test } from 'vitest'
import type { IsolationLevel } from '../../../contract/sql.ts'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

const plain = 'id int primary key, value int'
const keyed = `${plain}, key byValue (value)`

type Story = [title: string, level: IsolationLevel, columns: string, rows: string, script: string]

const stories: Story[] = [
  [
    'I8 a hit by the primary key locks no gap',
    'repeatable read',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where id = 20 for update -- 20
    bob  insert into test values (15, 0) -- 1
    bob  insert into test values (25, 0) -- 1
    bob  update test set value = 1 where id = 20 -- waits, 1
    ann  commit`,
  ],
  [
    'I8 a range locks its gap: an insert waits',
    'repeatable read',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where id > 10 and id < 20 for update -- nothing
    bob  insert into test values (25, 0) -- 1
    bob  update test set value = 11 where id = 10 -- 1
    bob  insert into test values (15, 0) -- waits, 1
    ann  commit`,
  ],
  [
    'I8 and the row behind it',
    'repeatable read',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where id > 10 and id < 20 for update -- nothing
    bob  update test set value = 21 where id = 20 -- waits, 1
    ann  commit`,
  ],
  [
    'I8 a range from a key on locks no gap before it, but all behind it',
    'repeatable read',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where id >= 20 for update -- 20 30
    bob  insert into test values (15, 0) -- 1
    bob  insert into test values (35, 0) -- waits, 1
    ann  commit`,
  ],
  [
    'I8 a secondary index: gaps on both sides of the value, and the row',
    'repeatable read',
    keyed,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where value = 20 for update -- 20
    bob  insert into test values (5, 5) -- 1
    bob  insert into test values (15, 15) -- waits, 1
    cat  insert into test values (25, 25) -- waits, 1
    dan  update test set value = 1 where id = 20 -- waits, 1
    ann  commit`,
  ],
  [
    'I8 without an index every row and gap is locked',
    'repeatable read',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  update test set value = 21 where value = 20 -- 1
    bob  update test set value = 31 where id = 3 -- waits, 1
    cat  insert into test values (9, 0) -- waits, 1
    ann  commit`,
  ],
  [
    'I8 the end of an empty table is a gap',
    'repeatable read',
    plain,
    '',
    `
    ann  begin
    ann  select id from test for update -- nothing
    bob  insert into test values (1, 1) -- waits, 1
    ann  commit`,
  ],
  [
    'I8 a search that stops early locks only what it came by',
    'repeatable read',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test order by id limit 1 for update -- 10
    bob  insert into test values (15, 5) -- 1
    cat  insert into test values (5, 5) -- waits, 1
    ann  commit`,
  ],
  [
    'I8 backwards, with the gap above the first hit',
    'repeatable read',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where id < 20 order by id desc limit 1 for update -- 10
    bob  insert into test values (5, 5) -- waits, 1
    cat  insert into test values (15, 5) -- waits, 1
    dan  insert into test values (25, 5) -- 1
    ann  commit`,
  ],
  [
    'I9 READ COMMITTED locks no gaps',
    'read committed',
    plain,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where id > 10 and id < 20 for update -- nothing
    bob  insert into test values (15, 0) -- 1
    ann  commit`,
  ],
  [
    'I9 nor in a secondary index',
    'read committed',
    keyed,
    '(10,10),(20,20),(30,30)',
    `
    ann  begin
    ann  select id from test where value = 20 for update -- 20
    bob  insert into test values (15, 15) -- 1
    bob  insert into test values (25, 20) -- 1
    ann  commit`,
  ],
  [
    'I9 and unlocks rows that do not match',
    'read committed',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  update test set value = 21 where value = 20 -- 1
    bob  update test set value = 31 where id = 3 -- 1
    bob  insert into test values (9, 0) -- 1
    ann  commit`,
  ],
  [
    'I19 an UPDATE passes a locked row whose committed version does not match, a DELETE waits',
    'read committed',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  update test set value = 21 where id = 2 -- 1
    bob  update test set value = 31 where value = 30 -- 1
    bob  delete from test where value = 10 -- waits, 1
    ann  commit`,
  ],
  [
    'I19 an UPDATE waits for a row whose committed version matches',
    'read committed',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  update test set value = 21 where id = 2 -- 1
    bob  update test set value = 31 where value = 20 -- waits, 0
    ann  commit`,
  ],
]

test.each(stories)('%s', (_, level, columns, rows, script) => {
  const played = play({ dialect: 'mysql-5.6', level, columns, rows, script })
  expect(retold(played)).toEqual(foretold(script))
})
