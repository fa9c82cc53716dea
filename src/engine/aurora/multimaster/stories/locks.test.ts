/** Stories: what transactions of one writer do to each other; another writer never sees it. */
import { expect, test } from 'vitest'
import { playOn, setMmStage, tellMm, told, type MmStage } from '../../../testing/mmStage.ts'

/** Two named sessions at the first writer, and one at the second. */
function setThree(parameters: Record<string, number> = {}): MmStage {
  return setMmStage({ workload: [{ id: 's1' }, { id: 's2' }, { id: 's3' }], parameters })
}

function write(stage: MmStage, session: string, on: string, rows: number[]): void {
  tellMm(stage, { do: 'RunTransaction', session, on, table: 'account', write: rows })
}

test('T25: two transactions of one writer that take two rows crosswise deadlock at once', () => {
  const stage = setThree({ 'client.retryTries': 0 })
  write(stage, 's1', 'w1', [1, 100])
  write(stage, 's2', 'w1', [100, 1])
  playOn(stage, 200_000)
  const [rolledBack, ...more] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { cause: 'deadlock', instance: 'w1' } })
  expect(more).toEqual([])
  expect(rolledBack!.at).toBeLessThan(10_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.conflicts).toMatchObject({ deadlock: 1, inFlight: 0, staleBase: 0 })
  const codes = stage.simulation.world.applications.map(({ lastErrorCode }) => lastErrorCode)
  expect(codes).toContain(1213)
})

test('T25: the victim is the one that changed the fewest rows', () => {
  const stage = setThree({ 'client.retryTries': 0 })
  write(stage, 's1', 'w1', [200, 1, 100])
  playOn(stage, 2_400)
  write(stage, 's2', 'w1', [100, 1])
  playOn(stage, 200_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { cause: 'deadlock', application: 's2' } })
  expect(told(stage, 'TransactionCommitted')[0]!.parameters.application).toBe('s1')
})

test('T25: the same two at two writers never wait for each other', () => {
  const stage = setThree()
  write(stage, 's1', 'w1', [1, 100])
  write(stage, 's3', 'w2', [100, 1])
  playOn(stage, 1_000_000)
  expect(stage.mm.conflicts.deadlock).toBe(0)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(2)
})

test('T26: whoever waits for a row for too long gets 1205 and has changed nothing', () => {
  const stage = setThree({ 'instance.lockWaitTimeout': 5_000, 'client.retryTries': 0 })
  write(stage, 's1', 'w1', [1, 40, 80, 120, 160, 200, 240])
  playOn(stage, 4_000)
  write(stage, 's2', 'w1', [1])
  playOn(stage, 200_000)
  const [rolledBack] = told(stage, 'TransactionRolledBack')
  expect(rolledBack).toMatchObject({ parameters: { cause: 'lockTimeout', application: 's2' } })
  expect(stage.simulation.world.applications[1]!.lastErrorCode).toBe(1205)
  expect(stage.mm.conflicts.lockTimeout).toBe(1)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect(stage.mm.writers[0]!.holds).toEqual([])
})
