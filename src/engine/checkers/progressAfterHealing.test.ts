/**
 * K6 is shown to catch commits that nobody brings on after all is healed, because nothing is sent
 * again and nobody gossips; a writer that never opens; who is held back and forgotten; and a page
 * read that is asked for only once.
 */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, heal, inject, run, startCluster } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({
  isSilent: false,
  staysShut: false,
  forgetsHeldBack: false,
  asksOnce: false,
}))

vi.mock('../aurora/database/resend.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/resend.ts')>()
  const resendDue: typeof real.resendDue = (...given) => {
    if (!mistakes.isSilent) real.resendDue(...given)
  }
  return { ...real, resendDue }
})

vi.mock('../aurora/storage/gossip.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/gossip.ts')>()
  const gossipDue: typeof real.gossipDue = (ctx, segment) => {
    if (mistakes.isSilent) real.scheduleGossip(ctx.world, segment, 100_000)
    else real.gossipDue(ctx, segment)
  }
  return { ...real, gossipDue }
})

vi.mock('../aurora/database/opening.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/opening.ts')>()
  const recovered: typeof real.recovered = (...given) => {
    if (!mistakes.staysShut) real.recovered(...given)
  }
  return { ...real, recovered }
})

vi.mock('../aurora/database/releaseHeldBack.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/releaseHeldBack.ts')>()
  const releaseHeldBack: typeof real.releaseHeldBack = (...given) => {
    if (!mistakes.forgetsHeldBack) real.releaseHeldBack(...given)
  }
  return { ...real, releaseHeldBack }
})

vi.mock('../aurora/database/hedgeDue.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/hedgeDue.ts')>()
  const hedgeDue: typeof real.hedgeDue = (...given) => {
    if (!mistakes.asksOnce) real.hedgeDue(...given)
  }
  return { ...real, hedgeDue }
})

afterEach(() => {
  mistakes.isSilent = false
  mistakes.staysShut = false
  mistakes.forgetsHeldBack = false
  mistakes.asksOnce = false
})

const nodes = ['node-a1', 'node-a2', 'node-c1']

function healedCluster() {
  const cluster = startCluster()
  run(cluster, 50_000)
  for (const node of nodes) inject(cluster, 'NodeCrash', node)
  run(cluster, 500_000)
  for (const node of nodes) heal(cluster, 'NodeCrash', node)
  return cluster
}

test('K6: what waited is acknowledged soon after three copies return', () => {
  const cluster = healedCluster()
  const { totals, instances } = cluster.simulation.world
  const before = totals.committed
  expect(instances[0]!.memory.parked.count).toBeGreaterThan(0)
  run(cluster, 2_000_000)
  expect(totals.committed).toBeGreaterThan(before + 10)
})

test('K6 catches commits that stay where they are although nothing is broken', () => {
  mistakes.isSilent = true
  expect(brokenWithin(healedCluster(), 120_000_000)).toMatchObject({
    law: 'progressAfterHealing',
    key: 'law.progressAfterHealing',
  })
})

test('K6 catches a writer that never opens although nothing is broken', () => {
  mistakes.staysShut = true
  const cluster = startCluster()
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  expect(brokenWithin(cluster, 300_000_000)).toMatchObject({
    key: 'law.progressAfterHealing.notOpen',
  })
})

test('K6 catches a transaction that is held back and forgotten', () => {
  mistakes.forgetsHeldBack = true
  const parameters = { 'storage.lsnAllocationLimit': 50 }
  const cluster = startCluster({ sessions: 40, writes: 3, think: '1ms', parameters })
  expect(brokenWithin(cluster, 60_000_000)).toMatchObject({ law: 'progressAfterHealing' })
})

test('K6 catches a page read that is lost and not asked for again', () => {
  mistakes.asksOnce = true
  const parameters = { 'instance.bufferPoolPages': 16, 'network.loss': 0.05 }
  const cluster = startCluster({ reads: 4, parameters })
  expect(brokenWithin(cluster, 60_000_000)).toMatchObject({ law: 'progressAfterHealing' })
})

const everyNode = ['a', 'b', 'c'].flatMap(zone => [1, 2, 3].map(rank => `node-${zone}${rank}`))

test('D10: a page read is asked for again however long the outage, and no more rarely', () => {
  const parameters = { 'instance.bufferPoolPages': 16 }
  const cluster = startCluster({ reads: 4, parameters })
  const { totals } = cluster.simulation.world
  run(cluster, 100_000)
  for (const node of everyNode) inject(cluster, 'NodeCrash', node)
  run(cluster, 110_000_000)
  const before = totals.hedged
  run(cluster, 10_000_000)
  expect(totals.hedged - before).toBeGreaterThan(30)
})

test('K6 does not speak while a fault is in force', () => {
  mistakes.isSilent = true
  const cluster = healedCluster()
  inject(cluster, 'SlowNode', 'node-b1')
  expect(brokenWithin(cluster, 120_000_000)).toBeNull()
})
