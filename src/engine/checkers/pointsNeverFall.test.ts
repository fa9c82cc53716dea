/** K2 is shown to catch a copy and a writer that forget how far they had come. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, inject, run, startCluster } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ forgetfulCopy: false, forgetfulWriter: false }))

vi.mock('../aurora/storage/segment.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/segment.ts')>()
  const raiseScl: typeof real.raiseScl = (world, segment) => {
    const isRaised = real.raiseScl(world, segment)
    if (!mistakes.forgetfulCopy || segment.scl < 100) return isRaised
    segment.scl = 0
    segment.sclOrdinal = -1
    return isRaised
  }
  return { ...real, raiseScl }
})

vi.mock('../aurora/database/logPoints.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/logPoints.ts')>()
  const advancePoints: typeof real.advancePoints = (ctx, instance, group) => {
    const isMoved = real.advancePoints(ctx, instance, group)
    const { memory } = ctx.world.instances[instance]!
    if (mistakes.forgetfulWriter && memory.vdl > 100) {
      memory.vdl = 40
      memory.groups[group]!.durableLsn = 0
      memory.groups[group]!.lowestReadPoint = 0
    }
    return isMoved
  }
  return { ...real, advancePoints }
})

afterEach(() => {
  mistakes.forgetfulCopy = false
  mistakes.forgetfulWriter = false
})

test('K2 lets an SCL fall back when a recovery has annulled what lay above', () => {
  const cluster = startCluster({ zone: 'b' })
  run(cluster, 100_000)
  for (const node of ['node-a1', 'node-a2', 'node-c1']) inject(cluster, 'NodeCrash', node)
  run(cluster, 50_000)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 10_000)
  expect(brokenWithin(cluster, 5_000_000)).toBeNull()
})

test('K2 catches a copy whose SCL falls', () => {
  mistakes.forgetfulCopy = true
  expect(brokenWithin(startCluster(), 1_000_000)).toMatchObject({
    law: 'pointsNeverFall',
    parameters: { point: 'SCL', now: 0 },
  })
})

test('K2 catches a writer whose safe point falls', () => {
  mistakes.forgetfulWriter = true
  expect(brokenWithin(startCluster(), 1_000_000)).toMatchObject({
    law: 'pointsNeverFall',
    parameters: { subject: 'w1', now: expect.any(Number) },
  })
})
