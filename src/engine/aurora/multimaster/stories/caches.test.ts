/** Stories: caches of writers that do not hold the whole volume, and cold ones. */
import { expect, test } from 'vitest'
import { playOn, runOn, setMmStage, told, type MmStage } from '../../../testing/mmStage.ts'

function cachedAt(stage: MmStage, writer: number): number {
  return stage.mm.writers[writer]!.cache.reduce((sum, its) => sum + (its > 0 ? 1 : 0), 0)
}

test('C9: a cache holds as many pages as are set, and one not used of late makes room', () => {
  const stage = setMmStage({ parameters: { 'instance.bufferPoolPages': 4 } })
  expect(cachedAt(stage, 0)).toBe(4)
  for (let turn = 0; turn < 40; turn++) {
    runOn(stage, 1, { read: [(turn * 56) % 320], write: [(turn * 24) % 320] })
    playOn(stage, 20_000)
    expect(cachedAt(stage, 0)).toBeLessThanOrEqual(4)
  }
  expect(told(stage, 'TransactionCommitted')).toHaveLength(40)
  expect(told(stage, 'PageEvicted').length).toBeGreaterThan(20)
})

test('C9: a group of more pages than fit is still proposed, since latched pages stay', () => {
  const parameters = { 'instance.bufferPoolPages': 1 }
  const stage = setMmStage({ indexes: ['by_a (a)', 'by_b (b)'], parameters })
  runOn(stage, 1, { write: [1, 100, 200] })
  playOn(stage, 300_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
})

test('C9: with a cold start nothing is cached, and the first change reads its page', () => {
  const stage = setMmStage({ parameters: { 'multiMaster.choiceColdStart': 1 } })
  expect([cachedAt(stage, 0), cachedAt(stage, 1)]).toEqual([0, 0])
  runOn(stage, 1, { write: [1] })
  playOn(stage, 100_000)
  expect(told(stage, 'TransactionCommitted')).toHaveLength(1)
  expect([cachedAt(stage, 0), cachedAt(stage, 1)]).toEqual([1, 0])
})

test('D20: a cold page is read in its newest version, so its change meets no stale base', () => {
  const outcomes = [0, 1].map(cold => {
    const stage = setMmStage({ parameters: { 'multiMaster.choiceColdStart': cold } })
    runOn(stage, 1, { write: [1] })
    playOn(stage, 10_000)
    runOn(stage, 2, { write: [2] })
    playOn(stage, 15_000)
    return told(stage, 'TransactionRolledBack').map(({ parameters }) => parameters.cause)
  })
  expect(outcomes).toEqual([['staleBase'], []])
})

test('C9: under load with small caches nothing is cached beyond what fits and is latched', () => {
  const stage = setMmStage({
    writers: 3,
    parameters: { 'instance.bufferPoolPages': 6, 'network.jitter': 200_000 },
    workload: [1, 2, 3].map(n => ({
      id: `s${n}`,
      on: `w${n}`,
      kind: 'sessions' as const,
      sessions: 4,
      thinkMicros: 4_000,
      reads: 2,
      writes: 2,
    })),
  })
  for (let turn = 0; turn < 20; turn++) {
    playOn(stage, 20_000)
    for (let writer = 0; writer < 3; writer++) {
      const latched = stage.mm.writers[writer]!.holds.filter(({ key }) => key < 0).length
      expect(cachedAt(stage, writer)).toBeLessThanOrEqual(6 + latched)
    }
  }
  expect(stage.simulation.world.totals.committed).toBeGreaterThan(30)
})
