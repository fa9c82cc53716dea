/** I48–I50 · What several writers offer and what not: numbers, foreign keys, levels, read only. */
import { expect, test } from 'vitest'
import {
  errorsOf,
  type Mode,
  type Parameters,
  playWriters,
  sawAt,
} from '../../../testing/playWriters.ts'

const mode: Mode = { level: 'repeatable read', consistency: 'INSTANCE_RAW' }

test('I48 · each writer numbers by its slot in steps of 16', () => {
  const played = playWriters({
    mode,
    script: `
      0 ann@w1 create table note (id int auto_increment primary key, text varchar(20))
      200 ann@w1 insert into note (text) values ('a'), ('b')
      300 bob@w2 insert into note (text) values ('c')
      400 bob@w2 insert into note (text) values ('d')
      450 bob@w2 [last] select last_insert_id()
      500 ann@w1 insert into note values (40, 'e')
      510 ann@w1 insert into note (text) values ('f')
      600 ann@w1 [all] select id, text from note order by id`,
  })
  expect(sawAt(played, 'last')).toBe('34')
  expect(sawAt(played, 'all')).toBe('1,a 17,b 18,c 34,d 40,e 49,f')
})

test('I48 · unique numbers do not keep apart: all rows go to the last page', () => {
  const played = playWriters({
    mode,
    script: `
      0 ann@w1 create table note (id int auto_increment primary key, text varchar(20))
      200 ann@w1 insert into note (text) values ('a')
      200 bob@w2 insert into note (text) values ('b')`,
  })
  const errors = [...errorsOf(played, 'ann'), ...errorsOf(played, 'bob')]
  expect(errors).toContain(1213)
})

test.each([
  ['SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE', 1235],
  ["SET SESSION tx_isolation = 'SERIALIZABLE'", 1235],
  ['CREATE TABLE a (id int primary key, t MEDIUMTEXT)', 1235],
  ['CREATE TABLE a (id int primary key, t text, FULLTEXT (t))', 1235],
  ["SET SESSION aurora_mm_session_consistency_level = 'GLOBAL'", 1231],
  ['SELECT balance FROM account WHERE id = 1 FOR SHARE', 1064],
])('I49 · %s is refused', (text, code) => {
  const script = `0 ann@w1 [it] ${text}`
  const { records } = playWriters({ mode, script })
  expect(records[0]!.error?.code).toBe(code)
})

test('I49 · the consistency level stays for the length of a transaction', () => {
  const played = playWriters({
    mode,
    script: `
      0 ann@w1 begin
      0 ann@w1 [inside] set aurora_mm_session_consistency_level = 'REGIONAL_RAW'
      0 ann@w1 commit
      0 ann@w1 [after] set aurora_mm_session_consistency_level = 'REGIONAL_RAW'
      0 ann@w1 [now] select @@aurora_mm_session_consistency_level
      0 ann@w1 [steps] select @@auto_increment_increment, @@auto_increment_offset`,
  })
  expect(sawAt(played, 'inside')).toBe('1568')
  expect(sawAt(played, 'now')).toBe('REGIONAL_RAW')
  expect(sawAt(played, 'steps')).toBe('16,1')
})

test('I49 · a writer told so refuses changes, the others go on', () => {
  const played = playWriters({
    mode,
    script: `
      0 ann@w1 call mysql.rds_set_read_only(1)
      0 ann@w1 [flags] select @@read_only, @@innodb_read_only
      0 ann@w1 [refused] update account set balance = 1 where id = 1
      0 bob@w2 update account set balance = 2 where id = 1
      60 ann@w1 [read] select balance from account where id = 1
      60 ann@w1 call mysql.rds_set_read_only(0)
      60 ann@w1 [taken] update account set balance = 3 where id = 1`,
  })
  expect(sawAt(played, 'flags')).toBe('1,0')
  expect(sawAt(played, 'refused')).toBe('1290')
  expect(sawAt(played, 'read')).toBe('2')
  expect(played.final).toEqual([[1, 3]])
})

const keys = `
  0 ann@w1 create table parent (id int primary key)
  0 ann@w1 create table child (id int primary key, p int, foreign key (p) references parent (id))
  200 ann@w1 insert into parent values (1), (2)`

const cascading = 'references parent (id) on update cascade'

test('I49 · foreign keys do not cascade', () => {
  const played = playWriters({
    mode,
    script: `${keys}
      400 ann@w1 [cascade] alter table child add foreign key (id) ${cascading}
      600 bob@w2 [orphan] insert into child values (1, 9)
      700 bob@w2 insert into child values (2, 1)
      800 ann@w1 [referred] delete from parent where id = 1`,
  })
  const codes = ['cascade', 'orphan', 'referred'].map(label => sawAt(played, label))
  expect(codes).toEqual(['1235', '1452', '1451'])
})

test('I50 · a writer that has never seen the child looks at storage', () => {
  const played = playWriters({
    mode,
    script: `${keys}
      600 bob@w2 insert into child values (8, 1)
      650 bob@w2 insert into child values (9, 2)
      900 cat@w3 [referred] delete from parent where id = 2
      950 cat@w3 insert into child values (3, 2)`,
  })
  expect(sawAt(played, 'referred')).toBe('1451')
  expect(errorsOf(played, 'cat')).toEqual([1451])
})

function race(parameters: Parameters) {
  return playWriters({
    mode,
    parameters,
    script: `${keys}
      400 cat@w2 select * from parent
      400 cat@w2 select * from child
      500 ann@w1 delete from parent where id = 1
      505 bob@w2 insert into child values (1, 1)
      700 ann@w1 [left] select c.p from child as c where c.p not in (1) or not exists
        (select 1 from parent where id = 1)`.replace(/\n\s+\(/, ' ('),
  })
}

test('I50 · a parent falls while its child comes: an orphan, unless the parent is tracked', () => {
  expect(sawAt(race({}), 'left')).toBe('1')
  const tracked = race({ 'multiMaster.choiceWriteTracker': 1 })
  expect(sawAt(tracked, 'left')).toBe('')
  expect(errorsOf(tracked, 'bob')).toEqual([1213])
})

test('J13 · replica_host_status shows every writer, its lag, and who has the definitions', () => {
  const played = playWriters({
    mode,
    script: `
      0 ann@w1 update account set balance = 1 where id = 1
      0 bob@w2 update account set balance = 1 where id = 101
      200 bob@w2 [all] select * from information_schema.replica_host_status
      200 bob@w2 [one] select server_id from information_schema.replica_host_status
        where has_primary = true`.replace(/\n\s+where/, ' where'),
  })
  expect(sawAt(played, 'all')).toBe('w1,Online,30.000,1 w2,Online,30.000,0')
  expect(sawAt(played, 'one')).toBe('w1')
})
