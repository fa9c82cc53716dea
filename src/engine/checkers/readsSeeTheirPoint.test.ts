/** K5 is shown to catch a copy that serves a page although it lacks records the page needs. */
import { afterEach, expect, test, vi } from 'vitest'
import type { Context } from '../aurora/context.ts'
import { brokenWithin, inject, run, startCluster } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ servesAnything: false, asksInBetween: false }))

vi.mock('../aurora/storage/servePage.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/servePage.ts')>()
  const { segmentOn } = await import('../aurora/storage/segment.ts')
  /** As if the copy were asked for no more than it has. */
  const asIfComplete = (ctx: Context, slot: number, serve: () => boolean) => {
    const { messages } = ctx.world.network
    const point = messages.c[slot]!
    const node = messages.to[slot]! - ctx.world.instances.length
    messages.c[slot] = Math.min(point, segmentOn(ctx.world, messages.a[slot]!, node)!.scl)
    const isKept = serve()
    messages.c[slot] = point
    return isKept
  }
  const receiveReadPage: typeof real.receiveReadPage = (ctx, node, slot) => {
    if (!mistakes.servesAnything) return real.receiveReadPage(ctx, node, slot)
    return asIfComplete(ctx, slot, () => real.receiveReadPage(ctx, node, slot))
  }
  const servePage: typeof real.servePage = (ctx, slot) => {
    if (!mistakes.servesAnything) return real.servePage(ctx, slot)
    asIfComplete(ctx, slot, () => {
      real.servePage(ctx, slot)
      return false
    })
    const { touched } = ctx
    if (touched.readCount > 0) touched.readPoints[0] = ctx.world.network.messages.c[slot]!
  }
  return { ...real, receiveReadPage, servePage }
})

vi.mock('../aurora/database/chooseSegment.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/chooseSegment.ts')>()
  const chooseSegment: typeof real.chooseSegment = (known, point, excluded) =>
    mistakes.servesAnything ? 5 : real.chooseSegment(known, point, excluded)
  return { ...real, chooseSegment }
})

vi.mock('../aurora/database/askSegment.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/askSegment.ts')>()
  const askSegment: typeof real.askSegment = (ctx, instance, read, slot) => {
    const { reads } = ctx.world.instances[instance]!.memory
    if (mistakes.asksInBetween && reads.point[read]! > 2) reads.point[read]! -= 2
    real.askSegment(ctx, instance, read, slot)
  }
  return { ...real, askSegment }
})

afterEach(() => {
  mistakes.servesAnything = false
  mistakes.asksInBetween = false
})

function readingCluster() {
  const parameters = { 'instance.bufferPoolPages': 16, 'storage.gossipPeriod': '10s' }
  const cluster = startCluster({ reads: 4, parameters })
  inject(cluster, 'LinkCut', 'w1>node-c2')
  return cluster
}

test('K5: with a copy that has missed everything, reads go to the others', () => {
  const cluster = readingCluster()
  run(cluster, 1_000_000)
  expect(cluster.facts.some(({ fact }) => fact === 'PageReturned')).toBe(true)
})

test('K5 catches a page served by a copy that lacks what the read point asks for', () => {
  mistakes.servesAnything = true
  const cluster = readingCluster()
  cluster.simulation.world.network.cut.fill(0)
  inject(cluster, 'PacketLoss', 'w1>node-c2', { ratio: 0.5 })
  expect(brokenWithin(cluster, 1_000_000)).toMatchObject({
    law: 'readsSeeTheirPoint',
    parameters: { segment: 'pg1/c2' },
  })
})

test('K5 catches a page that is asked for in the middle of a mini-transaction', () => {
  mistakes.asksInBetween = true
  const parameters = { 'instance.bufferPoolPages': 4 }
  const cluster = startCluster({ reads: 4, parameters })
  expect(brokenWithin(cluster, 1_000_000)).toMatchObject({ key: 'law.readsSeeTheirPoint.torn' })
})

test('K5 holds for pages that readers ask for', () => {
  const parameters = { 'instance.bufferPoolPages': 4, 'network.loss': 0.05 }
  const cluster = startCluster({ readers: 2, readingSessions: 8, think: '3ms', parameters })
  run(cluster, 1_000_000)
  expect(cluster.simulation.world.instances[1]!.memory.reads.lastNumber % 1000).toBeGreaterThan(50)
})
