/** K3 is shown to catch a copy that jumps over a gap and claims to be complete. */
import { afterEach, expect, test, vi } from 'vitest'
import { brokenWithin, inject, run, startCluster, sweep } from '../testing/startCluster.ts'

const mistakes = vi.hoisted(() => ({ jumps: false }))

vi.mock('../aurora/storage/segment.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../aurora/storage/segment.ts')>()
  const { findRecord } = await import('../aurora/storage/findRecord.ts')
  const raiseScl: typeof real.raiseScl = (world, segment) => {
    if (!mistakes.jumps) return real.raiseScl(world, segment)
    segment.scl = segment.highestHeld
    segment.sclOrdinal = findRecord(world.log, segment.scl)
    return true
  }
  return { ...real, raiseScl }
})

afterEach(() => {
  mistakes.jumps = false
})

test('K3: holes open and are filled, and the law holds', () => {
  const cluster = startCluster({ groups: 3 })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.2 })
  run(cluster, 1_000_000)
  expect(cluster.facts.some(({ fact }) => fact === 'HoleOpened')).toBe(true)
})

test('K3 catches a copy that ignores a gap below what it received', () => {
  mistakes.jumps = true
  const cluster = startCluster()
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.2 })
  expect(brokenWithin(cluster, 1_000_000)).toMatchObject({ law: 'sclHasNoGap' })
  expect(sweep(cluster)).toMatchObject({ law: 'sclHasNoGap' })
})
