/** K10 is shown to catch a user transaction that changes a row which is to be put back. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, heal, inject, run, startCluster } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ letsAnybody: false }))

vi.mock('../aurora/undo/undoMechanism.ts', async importOriginal => {
  const { undoMechanism } = await importOriginal<typeof import('../aurora/undo/undoMechanism.ts')>()
  const holdsRow: typeof undoMechanism.holdsRow = (...given) =>
    !mistakes.letsAnybody && undoMechanism.holdsRow!(...given)
  return { undoMechanism: { ...undoMechanism, holdsRow } }
})

afterEach(() => {
  mistakes.letsAnybody = false
})

function interrupted() {
  const parameters = { 'instance.bufferPoolPages': 8 }
  const work = {
    sessions: 10,
    think: '5ms',
    reads: 0,
    writes: 20,
    pattern: 'hot',
    seed: 3,
  } as const
  const cluster = startCluster({ ...work, parameters })
  run(cluster, 400_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  return cluster
}

test('K10 holds while undo and users work side by side', () => {
  expect(brokenWithin(interrupted(), 3_000_000)).toBeNull()
})

test('K10 catches a change of a row that waits to be put back', () => {
  mistakes.letsAnybody = true
  expect(brokenWithin(interrupted(), 3_000_000)).toMatchObject({ law: 'ownedRowsRest' })
})
