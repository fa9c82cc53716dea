/** What becomes of a reader's cache when its view moves on. */
import { expect, test } from 'vitest'
import { run, startCluster } from '../../testing/startCluster.ts'
import type { WriterMemory } from '../instance.ts'
import type { World } from '../world.ts'
import { takePoint } from './takePoint.ts'

function reading(): { world: World; memory: WriterMemory } {
  const cluster = startCluster({ readers: 1, readingSessions: 2, think: '2ms' })
  run(cluster, 300_000)
  const { world } = cluster.simulation
  return { world, memory: world.instances[1]!.memory }
}

function cachedPages({ pool }: WriterMemory): number {
  return pool.frameOfPage.reduce((count, frame) => count + (frame >= 0 ? 1 : 0), 0)
}

test.each([
  ['follows its view', 1, true],
  ['leaves a gap', 2, false],
])('F12: a cached page stays when the redo that comes %s: %i', (_, above, stays) => {
  const { world, memory } = reading()
  const before = cachedPages(memory)
  const { vdl, vdlOrdinal, epoch } = memory
  expect(before).toBeGreaterThan(0)
  const first = vdlOrdinal + above
  takePoint(world, memory, { first, last: first, vdl: vdl + 10, epoch })
  expect(cachedPages(memory)).toBe(stays ? before : 0)
  expect(memory).toMatchObject({ vdl: vdl + 10, vcl: vdl + 10, vdlOrdinal: first })
})
