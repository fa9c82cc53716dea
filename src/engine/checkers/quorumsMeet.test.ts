/** Q3 is shown to catch sets that do not meet: writes of three, and reads of two. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ of: 0, isReadTooSmall: false }))

vi.mock('../aurora/storage/quorum.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/quorum.ts')>()
  const atLeast: typeof real.atLeast = (count, members) =>
    real.atLeast(count === mistakes.of ? count - 1 : count, members)
  return { ...real, atLeast }
})

afterEach(() => {
  mistakes.of = 0
})

test('Q3 (reference Q3): four of six for writes and three of six for reads meet', () => {
  expect(brokenWithin(startCluster(), 10_000)).toBeNull()
})

test.each([4, 3])('Q3 catches sets that ask for one member less than %i', of => {
  mistakes.of = of
  const cluster = startCluster()
  expect(brokenWithin(cluster, 10_000)).toMatchObject({
    law: 'quorumsMeet',
    at: expect.any(Number),
  })
  expect(cluster.simulation.world.totals.committed).toBe(0)
  expect(sweep(cluster)).toMatchObject({ law: 'quorumsMeet' })
})

test('Q3 looks again when the members of a group change', () => {
  const cluster = startCluster()
  expect(brokenWithin(cluster, 10_000)).toBeNull()
  const { world, context } = cluster.simulation
  const group = world.groups[0]!
  group.membershipEpoch++
  group.write = { kind: 'atLeast', count: 3, members: [0, 1, 2, 3, 4, 5] }
  context.touched.hasTopologyChanged = true
  expect(sweep(cluster)).toMatchObject({ parameters: { one: '0 1 2', other: '3 4 5' } })
})
