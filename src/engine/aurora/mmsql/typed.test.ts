/** Statements typed at several writers, through the whole cluster. Rules J20–J26. */
import { expect, test } from 'vitest'
import { playFor, recordsOf, run, settle, told, type } from '../../testing/sqlStage.ts'
import { setWriters } from '../../testing/writersStage.ts'

/** Two writers, each with a session that is connected already. */
function setTwo(parameters = {}) {
  const stage = setWriters(2, parameters)
  run(stage, 'ann', 'SELECT 1', 'w1')
  run(stage, 'bob', 'SELECT 1', 'w2')
  return stage
}

const balances = 'SELECT balance FROM account ORDER BY id LIMIT 2'

test('J20 · a commit is seen at its writer at once, elsewhere after the lag', () => {
  const stage = setTwo()
  const update = run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  expect(update).toMatchObject({ status: 'ok', affected: 1, on: 'w1' })
  expect(run(stage, 'ann', balances).rows).toEqual([[1], [100]])
  expect(run(stage, 'bob', balances).rows).toEqual([[100], [100]])
  playFor(stage, 31_000)
  expect(run(stage, 'bob', balances).rows).toEqual([[1], [100]])
  expect(stage.simulation.broken).toBeNull()
})

test('J21 · two writers change one page within a millisecond: one has 1213', () => {
  const stage = setTwo()
  type(stage, 'ann', 'UPDATE account SET balance = balance - 1 WHERE id = 1')
  playFor(stage, 500)
  const loser = run(stage, 'bob', 'UPDATE account SET balance = balance - 1 WHERE id = 2')
  settle(stage)
  expect(loser.error).toMatchObject({ kind: 'writeConflict', code: 1213, sqlstate: '40001' })
  expect(['inFlight', 'staleBase']).toContain(loser.error!.cause)
  expect(recordsOf(stage).filter(({ status }) => status === 'error')).toHaveLength(1)
  expect(told(stage, 'TransactionRolledBack')[0]!.parameters).toMatchObject({
    application: 'bob',
    instance: 'w2',
    winner: 'w1',
  })
})
