/**
 * K4 is shown to catch a writer that acknowledges with too few copies, a recovery that annuls what
 * was acknowledged, and one that opens before all that it kept is on a write set.
 */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, heal, inject, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({
  isHasty: false,
  annulsTooMuch: false,
  opensEarly: false,
}))

vi.mock('../aurora/storage/quorum.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/quorum.ts')>()
  const nthComplete: typeof real.nthComplete = (expression, values) => {
    if (mistakes.opensEarly) return Number.MAX_SAFE_INTEGER
    return mistakes.isHasty ? Math.max(...Array.from(values)) : real.nthComplete(expression, values)
  }
  return { ...real, nthComplete }
})

vi.mock('../aurora/database/recoverPoints.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/recoverPoints.ts')>()
  const recoverPoints: typeof real.recoverPoints = (world, opening) => {
    real.recoverPoints(world, opening)
    if (mistakes.annulsTooMuch) opening.vdl = 10
  }
  return { ...real, recoverPoints }
})

afterEach(() => {
  mistakes.isHasty = false
  mistakes.annulsTooMuch = false
  mistakes.opensEarly = false
})

test('K4 holds through a crash of the writer and its recovery', () => {
  const cluster = startCluster()
  run(cluster, 200_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 5_000_000)
  expect(cluster.simulation.world.volume.truncations).toHaveLength(1)
  expect(sweep(cluster)).toBeNull()
})

test('K4 catches a commit that is acknowledged on the first copy alone', () => {
  mistakes.isHasty = true
  const cluster = startCluster()
  const broken = brokenWithin(cluster, 1_000_000)
  expect(broken).toMatchObject({ law: 'commitIsHeld', parameters: { needed: 4 } })
  expect(Number(broken!.parameters.held)).toBeLessThan(4)
  expect(sweep(cluster)).toMatchObject({ law: 'commitIsHeld' })
})

test('K4 catches a recovery that annuls an acknowledged commit', () => {
  mistakes.annulsTooMuch = true
  const cluster = startCluster()
  run(cluster, 200_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  expect(brokenWithin(cluster, 5_000_000)).toMatchObject({ key: 'law.commitIsHeld.annulled' })
})

test('K4, R8 catches a writer that opens before all that it kept is on a write set', () => {
  const cluster = startCluster({ parameters: { 'storage.gossipPeriod': '10s' }, sessions: 12 })
  cluster.simulation.world.parameters['failover.recover'] = 0
  const links = ['a1', 'a2', 'b1'].map(name => `w1>node-${name}`)
  for (const link of links) inject(cluster, 'LinkCut', link)
  run(cluster, 60_000)
  inject(cluster, 'InstanceCrash', 'w1')
  for (const link of links) heal(cluster, 'LinkCut', link)
  heal(cluster, 'InstanceCrash', 'w1')
  mistakes.opensEarly = true
  expect(brokenWithin(cluster, 60_000_000)).toMatchObject({
    law: 'commitIsHeld',
    parameters: { held: 3, needed: 4 },
  })
})
