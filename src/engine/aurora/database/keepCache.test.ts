/** What of a page cache outlives a crash, and what must not. */
import { expect, test } from 'vitest'
import { heal, inject, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000
const onePage = { 'instance.bufferPoolPages': 32 }

function cachedIn(cluster: ReturnType<typeof startCluster>, index = 0): number {
  return cluster.simulation.world.instances[index]!.memory.pool.used
}

test('D26: after a crash of its process an instance finds its durable pages again', () => {
  const cluster = startCluster({ sessions: 10, think: '1ms', parameters: onePage })
  run(cluster, second)
  const { memory } = cluster.simulation.world.instances[0]!
  const { pool, vdl } = memory
  const above = [...pool.lsnOfFrame].filter(lsn => lsn > vdl).length
  expect(above).toBeGreaterThan(0)
  inject(cluster, 'InstanceCrash', 'w1')
  expect(cachedIn(cluster)).toBe(32 - above)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 3 * second)
  expect(cluster.simulation.world.instances[0]!.status).toBe('open')
  expect(cachedIn(cluster)).toBe(32)
})

test('D26: a zone that goes dark takes the caches of its hosts along', () => {
  const cluster = startCluster({ sessions: 2, parameters: onePage })
  run(cluster, 100_000)
  inject(cluster, 'AzOutage', 'az-b')
  expect(cachedIn(cluster)).toBe(0)
})

test('D26: with the switch off a crash leaves nothing', () => {
  const parameters = { ...onePage, 'instance.survivableCache': 0 }
  const cluster = startCluster({ sessions: 2, parameters })
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'w1')
  expect(cachedIn(cluster)).toBe(0)
})

test('D26, F5: a reader is promoted without its cache when it has not followed the writer', () => {
  const cluster = startCluster({ readers: 1, sessions: 2, parameters: onePage })
  const { world } = cluster.simulation
  run(cluster, 200_000)
  inject(cluster, 'LinkCut', 'w1<>r1')
  inject(cluster, 'InstanceCrash', 'r1')
  heal(cluster, 'InstanceCrash', 'r1')
  run(cluster, 2 * second)
  expect([world.instances[1]!.status, cachedIn(cluster, 1)]).toEqual(['open', 32])
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 700_000)
  expect(world.instances[1]!.role).toBe('writer')
  expect(cachedIn(cluster, 1)).toBe(0)
})
