/**
 * K7, K8 and K9 are shown to catch a reader that shows half a change or what is not durable, a
 * writer that counts only itself, and a reader that drops what it should have kept for a page.
 */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({
  showsHalf: false,
  forgetsReaders: false,
  forgetsPagesUnderWay: false,
  dropsAll: false,
}))

vi.mock('../aurora/failover/takePoint.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/failover/takePoint.ts')>()
  const takePoint: typeof real.takePoint = (world, memory, point) => {
    const { pool } = memory
    const lsns = Float64Array.from(pool.lsnOfFrame)
    real.takePoint(world, memory, point)
    if (mistakes.dropsAll) pool.lsnOfFrame.set(lsns)
    if (!mistakes.showsHalf || point.last - 2 < point.first) return
    memory.vdlOrdinal = point.last - 2
    memory.vdl = point.vdl - 2
  }
  return { ...real, takePoint }
})

vi.mock('../aurora/database/lowestReadPointOf.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/database/lowestReadPointOf.ts')>()
  const lowestAtReaders: typeof real.lowestAtReaders = (world, group, lowest, known) =>
    mistakes.forgetsReaders ? lowest : real.lowestAtReaders(world, group, lowest, known)
  return { ...real, lowestAtReaders }
})

vi.mock('../aurora/failover/receivePage.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/failover/receivePage.ts')>()
  const { receivePageAnswer } = await import('../aurora/database/receivePageAnswer.ts')
  const receivePage: typeof real.receivePage = (...given) =>
    mistakes.forgetsPagesUnderWay ? receivePageAnswer(...given) : real.receivePage(...given)
  return { ...real, receivePage }
})

afterEach(() => {
  for (const mistake of Object.keys(mistakes)) mistakes[mistake as keyof typeof mistakes] = false
})

function readingCluster() {
  const parameters = { 'instance.bufferPoolPages': 20 }
  return startCluster({ readers: 2, readingSessions: 8, think: '2ms', parameters })
}

test('K7, K8, K9 hold while readers read and the writer writes', () => {
  const cluster = readingCluster()
  run(cluster, 1_000_000)
  expect(cluster.simulation.world.applications[1]!.answered).toBeGreaterThan(1000)
  expect(sweep(cluster)).toBeNull()
})

test('K7 catches a reader that shows part of a mini-transaction', () => {
  mistakes.showsHalf = true
  expect(brokenWithin(readingCluster(), 1_000_000)).toMatchObject({
    key: 'law.readerShowsAPastPoint.torn',
  })
})

test('K7 catches a reader that shows what the writer does not know to be durable', () => {
  const cluster = readingCluster()
  run(cluster, 200_000)
  const { memory } = cluster.simulation.world.instances[1]!
  memory.vdl = cluster.simulation.world.instances[0]!.memory.vdl + 4
  expect(sweep(cluster)).toMatchObject({ key: 'law.readerShowsAPastPoint' })
})

test('K8 catches a writer that forgets what readers still read', () => {
  mistakes.forgetsReaders = true
  expect(brokenWithin(readingCluster(), 1_000_000)).toMatchObject({ law: 'readersCount' })
})

test('K9 catches a reader that drops changes of pages that it has', () => {
  mistakes.dropsAll = true
  expect(brokenWithin(readingCluster(), 1_000_000)).toMatchObject({ law: 'cachedPagesAreFresh' })
})

test('K9 catches a reader that drops changes of a page on its way', () => {
  mistakes.forgetsPagesUnderWay = true
  const cluster = readingCluster()
  expect(brokenWithin(cluster, 1_000_000)).toBeNull()
  expect(sweep(cluster)).toMatchObject({ law: 'cachedPagesAreFresh' })
})
