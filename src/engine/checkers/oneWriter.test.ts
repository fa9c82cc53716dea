/** F8 is shown to catch a promotion without a new epoch, and a VDL within an annulled range. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, inject, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ keepsWriting: false }))

vi.mock('../aurora/database/opening.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/opening.ts')>()
  const beginRecovery: typeof real.beginRecovery = (ctx, index, opening) => {
    if (!mistakes.keepsWriting) return real.beginRecovery(ctx, index, opening)
    const instance = ctx.world.instances[index]!
    instance.memory.opening = null
    instance.status = 'open'
    ctx.touched.instances[ctx.touched.instanceCount++] = index
  }
  return { ...real, beginRecovery }
})

afterEach(() => {
  mistakes.keepsWriting = false
})

function cutOff() {
  const cluster = startCluster({ readers: 1 })
  run(cluster, 100_000)
  for (const zone of ['a', 'b', 'c']) inject(cluster, 'LinkCut', `w1<>az-${zone}`)
  return cluster
}

test('F8 holds while an old writer is cut off and a reader takes over', () => {
  const cluster = cutOff()
  expect(brokenWithin(cluster, 40_000_000)).toBeNull()
  expect(sweep(cluster)).toBeNull()
})

test('F8 catches a reader that opens without a new epoch', () => {
  mistakes.keepsWriting = true
  const cluster = cutOff()
  expect(brokenWithin(cluster, 40_000_000)).toMatchObject({ law: 'oneWriter' })
})

test('F8 catches a replaced writer whose VDL enters the annulled range', () => {
  const cluster = cutOff()
  expect(brokenWithin(cluster, 40_000_000)).toBeNull()
  cluster.simulation.world.instances[0]!.memory.vdl += 1_000
  expect(sweep(cluster)?.law).toBe('pointsInOrder')
  cluster.simulation.world.instances[0]!.memory.vcl += 1_000
  cluster.simulation.world.instances[0]!.memory.nextLsn += 1_000
  expect(sweep(cluster)).toMatchObject({ key: 'law.oneWriter.replaced' })
})
