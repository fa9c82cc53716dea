/**
 * I10–I12 · Keys, gaps and SERIALIZABLE reads of MySQL: scripts that the InnoDB of MariaDB has
 * played with the same outcome (10.11).
 */
import { expect, test } from 'vitest'
import type { IsolationLevel } from '../../../contract/sql.ts'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

const plain = 'id int primary key, value int'
const unique = `${plain} unique`

type Story = [title: string, level: IsolationLevel, columns: string, rows: string, script: string]

const stories: Story[] = [
  [
    'I10 a plain SELECT in a transaction keeps writers off its rows',
    'serializable',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  select value from test where id = 1 -- 10
    bob  select value from test where id = 1 -- 10
    bob  update test set value = 21 where id = 2 -- 1
    bob  update test set value = 11 where id = 1 -- waits, 1
    ann  commit`,
  ],
  [
    'I10 a SELECT by itself waits for nobody',
    'serializable',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  select value from test where id = 1 -- 10
    cat  begin
    cat  select value from test where id = 1 -- waits, 11
    ann  commit`,
  ],
  [
    'I11 a duplicate key leaves a shared lock',
    'repeatable read',
    plain,
    '(1,10)',
    `
    ann  begin
    ann  insert into test values (1, 30) -- 1062
    bob  select value from test where id = 1 lock in share mode -- 10
    bob  update test set value = 11 where id = 1 -- waits, 1
    ann  commit`,
  ],
  [
    'I11 with the gap before it in a secondary index, also at READ COMMITTED',
    'read committed',
    unique,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  insert into test values (9, 20) -- 1062
    bob  insert into test values (5, 25) -- 1
    bob  insert into test values (4, 15) -- waits, 1
    ann  commit`,
  ],
  [
    'I11 ON DUPLICATE KEY UPDATE locks exclusively',
    'repeatable read',
    unique,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  insert into test values (9, 20) on duplicate key update value = 21 -- 2
    bob  insert into test values (4, 15) -- waits, 1
    ann  commit`,
  ],
  [
    'I11 and waits for the row',
    'repeatable read',
    plain,
    '(1,10),(2,20)',
    `
    ann  begin
    ann  update test set value = 11 where id = 1 -- 1
    bob  insert into test values (1, 0) on duplicate key update value = value + 1 -- waits, 2
    ann  commit
    cat  select value from test where id = 1 -- 12`,
  ],
  [
    'I12 a row inserted into the own gap leaves both halves locked',
    'repeatable read',
    plain,
    '(10,10),(20,20)',
    `
    ann  begin
    ann  select id from test where id > 10 and id < 20 for update -- nothing
    ann  insert into test values (15, 0) -- 1
    bob  insert into test values (12, 0) -- waits, 1
    cat  insert into test values (17, 0) -- waits, 1
    ann  commit`,
  ],
  [
    'I12 a row deleted by the one before: its gap stays locked',
    'repeatable read',
    plain,
    '(1,10),(2,20),(3,30)',
    `
    ann  begin
    ann  delete from test where id = 2 -- 1
    bob  begin
    bob  update test set value = 0 where id = 2 -- waits, 0
    ann  commit
    cat  insert into test values (2, 1) -- waits, 1
    bob  commit`,
  ],
  [
    'I12 an insert rolled back leaves who waited for it with the gap',
    'repeatable read',
    plain,
    '(1,10),(9,90)',
    `
    ann  begin
    ann  insert into test values (5, 50) -- 1
    bob  begin
    bob  select value from test where id = 5 for update -- waits, nothing
    ann  rollback
    cat  insert into test values (6, 1) -- waits, 1
    bob  commit`,
  ],
]

test.each(stories)('%s', (_, level, columns, rows, script) => {
  const played = play({ dialect: 'mysql-5.6', level, columns, rows, script })
  expect(retold(played)).toEqual(foretold(script))
})
