/** K1 is shown to catch a writer that writes beyond its limit, and one that collects too early. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, inject, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ ignoresLimit: false, collectsEarly: false }))

vi.mock('../aurora/database/holdBack.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/holdBack.ts')>()
  const mayWrite: typeof real.mayWrite = (...given) =>
    mistakes.ignoresLimit || real.mayWrite(...given)
  return { ...real, mayWrite }
})

vi.mock('../aurora/database/lowestReadPointOf.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/lowestReadPointOf.ts')>()
  const lowestReadPointOf: typeof real.lowestReadPointOf = (memory, group) =>
    real.lowestReadPointOf(memory, group) + (mistakes.collectsEarly ? 1_000 : 0)
  return { ...real, lowestReadPointOf }
})

afterEach(() => {
  mistakes.ignoresLimit = false
  mistakes.collectsEarly = false
})

/** A small limit, and no write set within reach: the safe point stands still. */
function stalledCluster() {
  const cluster = startCluster({
    sessions: 40,
    think: '100us',
    parameters: { 'storage.lsnAllocationLimit': 60 },
  })
  for (const zone of ['az-a', 'az-c']) inject(cluster, 'AzOutage', zone)
  return cluster
}

test('K1: at the limit new changes are held back and the law holds', () => {
  const cluster = stalledCluster()
  expect(brokenWithin(cluster, 1_000_000)).toBeNull()
  expect(cluster.facts.some(({ fact }) => fact === 'BackPressureBegan')).toBe(true)
})

test('K1 catches a writer that gives LSNs beyond the limit', () => {
  mistakes.ignoresLimit = true
  const cluster = stalledCluster()
  expect(brokenWithin(cluster, 1_000_000)).toMatchObject({
    law: 'pointsInOrder',
    parameters: { lower: 'highest', upper: 'limit' },
  })
  expect(sweep(cluster)).toMatchObject({ law: 'pointsInOrder' })
})

test('K1 catches a lowest read point above the read point', () => {
  mistakes.collectsEarly = true
  const cluster = startCluster()
  expect(brokenWithin(cluster, 1_000_000)).toMatchObject({
    law: 'pointsInOrder',
    parameters: { lower: 'PGMRPL', upper: 'read point' },
  })
})
