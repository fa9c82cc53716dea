/** Statements at several writers: what each sees of the others, whom it refuses. J20–J24, J27. */
import { expect, test } from 'vitest'
import { parseColumn, parseSql } from '../../sql/parseSql.ts'
import { createWriters } from './testing/writersBench.ts'

const both = { writers: 2, parseSql, parseColumn }
const all = 'SELECT value FROM test ORDER BY id'
const values = (...given: number[]) => given.map(value => [value])

test('J20 · another writer sees a commit when its mark has been applied there, not before', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  expect(bench.run(1, 'ann', all).rows).toEqual(values(1, 100))
  expect(bench.run(2, 'bob', all).rows).toEqual(values(100, 100))
  bench.deliverAll()
  expect(bench.run(2, 'bob', all).rows).toEqual(values(1, 100))
})

test('J20 · changes of an open transaction are seen by nobody else, however much has come', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'BEGIN')
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.deliverAll()
  expect(bench.run(2, 'bob', all).rows).toEqual(values(100, 100))
  bench.run(1, 'ann', 'COMMIT')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(100, 100))
})

test('J20 · a view that lasts shows what had come when it was taken', () => {
  const bench = createWriters(both)
  bench.run(2, 'bob', 'BEGIN')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(100, 100))
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.deliverAll()
  expect(bench.run(2, 'bob', all).rows).toEqual(values(100, 100))
  bench.run(2, 'bob', 'COMMIT')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(1, 100))
})

test('J20 · READ UNCOMMITTED reads what the page shows, another writer’s open row too', () => {
  const bench = createWriters({ ...both, isolation: 'read uncommitted' })
  bench.run(1, 'ann', 'BEGIN')
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(100, 100))
  bench.deliverAll()
  expect(bench.run(2, 'bob', all).rows).toEqual(values(1, 100))
})

test('J21 · a row of another writer’s open transaction gives 1213 at once, never a wait', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'BEGIN')
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.deliverAll()
  const answers = [
    bench.run(2, 'bob', 'UPDATE test SET value = 2 WHERE id = 1'),
    bench.run(2, 'bob', 'DELETE FROM test WHERE value < 50'),
    bench.run(2, 'bob', 'SELECT value FROM test WHERE id = 1 FOR UPDATE'),
    bench.run(2, 'bob', 'INSERT INTO test VALUES (1, 3)'),
  ]
  const conflict = { kind: 'writeConflict', cause: 'rowOwned', code: 1213 }
  for (const { error } of answers) expect(error).toMatchObject(conflict)
  expect(bench.run(2, 'bob', 'UPDATE test SET value = 2 WHERE id = 2').affected).toBe(1)
})

test('J21 · until its mark has come, a committed transaction owns its rows elsewhere', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'BEGIN')
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.deliverAll()
  bench.run(1, 'ann', 'COMMIT')
  const late = bench.run(2, 'bob', 'UPDATE test SET value = value + 1 WHERE id = 1')
  expect(late.error).toMatchObject({ cause: 'rowOwned' })
  bench.deliverAll()
  bench.run(2, 'bob', 'UPDATE test SET value = value + 1 WHERE id = 1')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(2, 100))
})

test('J21 · locks end at their writer: FOR UPDATE keeps nobody off elsewhere', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'BEGIN')
  bench.run(1, 'ann', 'SELECT value FROM test WHERE id = 1 FOR UPDATE')
  expect(bench.run(1, 'sam', 'UPDATE test SET value = 5 WHERE id = 1').waits).toBe(true)
  expect(bench.run(2, 'bob', 'UPDATE test SET value = 2 WHERE id = 1').affected).toBe(1)
})

test('J22 · who changes a page that is old here loses with 1213, all of it', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.run(2, 'bob', 'BEGIN')
  bench.run(2, 'bob', 'UPDATE test SET value = 7 WHERE id = 2')
  const { error } = bench.run(2, 'bob', 'UPDATE test SET value = value + 1 WHERE id = 1')
  expect(error).toMatchObject({ kind: 'writeConflict', cause: 'staleBase', code: 1213 })
  bench.undoAll()
  bench.deliverAll()
  expect(bench.run(1, 'ann', all).rows).toEqual(values(1, 100))
  expect(bench.run(2, 'bob', all).rows).toEqual(values(1, 100))
})

test('J22 · the loser is told before it is undone; until then its rows stay its own', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.run(2, 'bob', 'BEGIN')
  bench.run(2, 'bob', 'UPDATE test SET value = 7 WHERE id = 2')
  bench.run(2, 'bob', 'UPDATE test SET value = 8 WHERE id = 1')
  expect(bench.run(2, 'bob', 'SELECT value FROM test WHERE id = 2').rows).toEqual(values(100))
  bench.deliverAll()
  const owned = bench.run(1, 'ann', 'UPDATE test SET value = 9 WHERE id = 2')
  expect(owned.error).toMatchObject({ cause: 'rowOwned' })
  expect(bench.run(2, 'sam', 'UPDATE test SET value = 9 WHERE id = 2').waits).toBe(true)
  bench.undoAll()
  expect(bench.answerOf(2, 'sam').affected).toBe(1)
})

test('J22 · told after it is undone, by choice', () => {
  const bench = createWriters({ ...both, undoesBehind: false })
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.run(2, 'bob', 'BEGIN')
  bench.run(2, 'bob', 'UPDATE test SET value = 7 WHERE id = 2')
  expect(bench.run(2, 'bob', 'UPDATE test SET value = 8 WHERE id = 1').error?.code).toBe(1213)
  bench.deliverAll()
  expect(bench.run(1, 'ann', 'UPDATE test SET value = 9 WHERE id = 2').affected).toBe(1)
})

test('J22 · a key that another writer has just taken is never given twice', () => {
  const columns = ['id int primary key', 'value int unique']
  const bench = createWriters({ ...both, columns })
  bench.run(1, 'ann', 'DELETE FROM test')
  bench.deliverAll()
  bench.run(1, 'ann', 'INSERT INTO test VALUES (1, 7)')
  const { error } = bench.run(2, 'bob', 'INSERT INTO test VALUES (2, 7)')
  expect(error).toMatchObject({ code: 1213 })
  expect(bench.run(2, 'bob', 'INSERT INTO test VALUES (2, 7)').error).toMatchObject({ code: 1213 })
  bench.deliverAll()
  expect(bench.run(2, 'bob', 'INSERT INTO test VALUES (2, 7)').error).toMatchObject({ code: 1062 })
})

test('J23 · REGIONAL_RAW is paid by each statement, or once at the start of a transaction', () => {
  const bench = createWriters(both)
  bench.run(2, 'bob', "SET SESSION aurora_mm_session_consistency_level = 'REGIONAL_RAW'")
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(1, 100))
  bench.run(2, 'bob', 'BEGIN')
  bench.run(1, 'ann', 'UPDATE test SET value = 2 WHERE id = 1')
  expect(bench.run(2, 'bob', all).rows).toEqual(values(1, 100))
})

test('J24 · a read says for how long another writer has had something newer', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.run(1, 'ann', 'UPDATE test SET value = 2 WHERE id = 1')
  expect(bench.run(2, 'bob', all).staleMicros).toBe(2000)
  bench.deliverAll()
  expect(bench.run(2, 'bob', all).staleMicros).toBeUndefined()
})

test('J27 · versions stay until every writer knows what replaced them', () => {
  const bench = createWriters(both)
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.run(1, 'ann', 'UPDATE test SET value = 2 WHERE id = 2')
  expect(bench.relations.leftovers).toHaveLength(2)
  bench.deliverAll()
  bench.run(2, 'bob', 'BEGIN')
  bench.run(2, 'bob', all)
  bench.run(2, 'bob', 'COMMIT')
  expect(bench.relations.leftovers).toHaveLength(0)
})

test('J20 · three writers: one may know the later of two transactions first', () => {
  const bench = createWriters({ ...both, writers: 3 })
  bench.run(1, 'ann', 'UPDATE test SET value = 1 WHERE id = 1')
  bench.deliver(1, 2)
  bench.run(2, 'bob', 'UPDATE test SET value = 1 WHERE id = 2')
  bench.deliver(2, 3)
  expect(bench.run(3, 'sue', all).rows).toEqual(values(100, 1))
  bench.deliverAll()
  expect(bench.run(3, 'sue', all).rows).toEqual(values(1, 1))
})
