/** The law looks at each wait by itself: who leaves one cycle may come into another. */
import { expect, test } from 'vitest'
import { playFor, recordsOf, setSqlStage, told, type } from '../testing/sqlStage.ts'

test('K15: a transaction that comes from one deadlock into the next has its time again', () => {
  const parameters = { 'instance.deadlockTimeout': '100ms' }
  const stage = setSqlStage({ cluster: { edition: 'postgresql', parameters } })
  const lock = (id: number) => `SELECT balance FROM account WHERE id = ${id} FOR UPDATE`
  for (const session of ['ann', 'bob', 'eve']) type(stage, session, 'BEGIN')
  type(stage, 'eve', `${lock(4)}; ${lock(2)}`)
  type(stage, 'ann', lock(3))
  type(stage, 'bob', lock(2))
  playFor(stage, 120_000)
  type(stage, 'ann', lock(2))
  playFor(stage, 60_000)
  type(stage, 'bob', 'UPDATE account SET balance = 94 WHERE id > 2')
  for (const session of ['ann', 'bob', 'eve']) type(stage, session, 'COMMIT')
  playFor(stage, 1_000_000)
  expect(stage.simulation.broken).toBeNull()
  expect(told(stage, 'DeadlockFound').map(({ parameters: its }) => its.victim)).toEqual([
    'ann',
    'bob',
  ])
  expect(recordsOf(stage).every(({ status }) => status !== 'waiting')).toBe(true)
})
