/** P7 and P10 are shown to catch a node that collects too much, and one that hides damage. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, inject, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({
  collectsAll: false,
  collectsEarly: false,
  hidesDamage: false,
  givesDamaged: false,
}))

vi.mock('../aurora/pipeline/collect.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/pipeline/collect.ts')>()
  const { touchSegment } = await import('../aurora/context.ts')
  const endCollection: typeof real.endCollection = (ctx, segment, lane) => {
    if (!mistakes.collectsAll && !mistakes.collectsEarly) {
      return real.endCollection(ctx, segment, lane)
    }
    lane.collected = mistakes.collectsAll ? segment.scl + 1 : segment.lowestReadPoint
    if (mistakes.collectsAll) lane.backedUp = lane.collected
    touchSegment(ctx, segment.group, segment.slot)
  }
  return { ...real, endCollection }
})

vi.mock('../aurora/pipeline/diskHooks.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/pipeline/diskHooks.ts')>()
  const servesPage: typeof real.diskHooks.servesPage = (ctx, segment, page) =>
    mistakes.hidesDamage || real.diskHooks.servesPage(ctx, segment, page)
  return { diskHooks: { ...real.diskHooks, servesPage } }
})

vi.mock('../aurora/pipeline/canGive.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/pipeline/canGive.ts')>()
  const canGive: typeof real.canGive = (world, segment, asked) =>
    mistakes.givesDamaged || real.canGive(world, segment, asked)
  return { canGive }
})

afterEach(() => {
  for (const key of Object.keys(mistakes) as (keyof typeof mistakes)[]) mistakes[key] = false
})

const second = 1_000_000
const parameters = { 'instance.bufferPoolPages': 8, 'storage.scrubPeriod': '10s' }

function damaged() {
  const cluster = startCluster({ reads: 4, parameters })
  run(cluster, second / 2)
  for (const segment of ['pg1/b1', 'pg1/b2']) {
    inject(cluster, 'PageCorruption', segment, { page: 5 })
  }
  return cluster
}

test('P7, P10 hold through collection, damage and repair', () => {
  const cluster = damaged()
  expect(brokenWithin(cluster, 15 * second)).toBeNull()
  expect(sweep(cluster)).toBeNull()
  expect(cluster.facts.some(({ fact }) => fact === 'PageRepaired')).toBe(true)
  expect(cluster.facts.some(({ fact }) => fact === 'GarbageCollected')).toBe(true)
})

test('P7 catches a segment that collects what may still be read', () => {
  mistakes.collectsAll = true
  const cluster = startCluster()
  expect(brokenWithin(cluster, 5 * second)).toMatchObject({
    law: 'collectedIsBackedUp',
    key: 'law.collectedIsBackedUp',
  })
})

test('P7 catches a segment that collects what is not in object storage', () => {
  mistakes.collectsEarly = true
  const cluster = startCluster()
  expect(brokenWithin(cluster, 5 * second)).toMatchObject({
    key: 'law.collectedIsBackedUp.notBackedUp',
  })
})

test('P10 catches a node that gives out a page without looking at its checksum', () => {
  mistakes.hidesDamage = true
  expect(brokenWithin(damaged(), 15 * second)).toMatchObject({
    key: 'law.noDamageIsServed',
    parameters: { page: 5 },
  })
})

test('P10 catches a peer that gives a damaged page to repair another', () => {
  mistakes.givesDamaged = true
  expect(brokenWithin(damaged(), 15 * second)).toMatchObject({
    key: 'law.noDamageIsServed.repair',
    parameters: { page: 5 },
  })
})
