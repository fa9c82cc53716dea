/** What a report calls open. */
import { expect, test } from 'vitest'
import { run, setSqlStage, type } from '../testing/sqlStage.ts'
import { countOpen } from './countOpen.ts'

test('Formats §5: a typed transaction is open from BEGIN to its end', () => {
  const stage = setSqlStage()
  const open = () => countOpen(stage.simulation.world)
  run(stage, 'ann', 'SELECT 1')
  expect(open()).toBe(0)
  run(stage, 'ann', 'BEGIN')
  run(stage, 'ann', 'UPDATE account SET balance = 1 WHERE id = 1')
  expect(open()).toBe(1)
  type(stage, 'bob', 'UPDATE account SET balance = 2 WHERE id = 1')
  run(stage, 'eve', 'SELECT 1')
  expect(open()).toBe(2)
  run(stage, 'ann', 'COMMIT')
  expect(open()).toBe(0)
})
