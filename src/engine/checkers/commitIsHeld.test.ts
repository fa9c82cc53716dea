/**
 * K4 is shown to catch a writer that acknowledges with too few copies, and a recovery that annuls
 * what was acknowledged.
 */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, heal, inject, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ isHasty: false, annulsTooMuch: false }))

vi.mock('../aurora/storage/quorum.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/quorum.ts')>()
  const nthComplete: typeof real.nthComplete = (expression, values) =>
    mistakes.isHasty ? Math.max(...Array.from(values)) : real.nthComplete(expression, values)
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
