/** What stands after a wait that one would not expect: as both databases do it. I9, I16. */
import { expect, test } from 'vitest'
import { play } from '../../../testing/playScript.ts'
import { foretold, retold } from './script.ts'

test('I9 · READ COMMITTED of InnoDB keeps a record that it has waited for, matching or not', () => {
  const script = `
    ann  begin
    bob  begin
    ann  select id from test where id >= 1 for update -- 1 2 3
    bob  select id from test where value = 30 for update -- waits, 3
    ann  commit
    eve  update test set value = 9 where id = 2 -- 1
    eve  update test set value = 9 where id = 1 -- waits, 1
    bob  commit`
  const played = play({
    dialect: 'mysql-8.0',
    level: 'read committed',
    columns: 'id int primary key, value int',
    rows: '(1, 10), (2, 20), (3, 30)',
    script,
  })
  expect(retold(played)).toEqual(foretold(script))
})

test('I16 · an INSERT that meets its key fails for what it was in conflict with before', () => {
  const script = `
    ann  begin
    bob  begin
    ann  select * from test where id = 15 -- nothing
    bob  update test set value = value + 3 where value % 2 = 1 -- 1
    bob  insert into test values (45, 2) -- 1
    ann  insert into test values (10, 4) -- waits, 40001
    bob  commit
    ann  rollback`
  const played = play({
    dialect: 'postgresql-16',
    level: 'serializable',
    columns: 'id int primary key, value int',
    rows: '(10, 1), (20, 2)',
    script,
  })
  expect(retold(played)).toEqual(foretold(script))
})
