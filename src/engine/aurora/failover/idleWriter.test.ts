/** F12: a reader that opens beside a writer with nothing to write is told where the log stands. */
import { expect, test } from 'vitest'
import { heal, inject, run, startCluster } from '../../testing/startCluster.ts'

test('F12: a reader restarts before anything was written, and serves', () => {
  const cluster = startCluster({ readers: 1, sessions: 2, writes: 0, reads: 1, think: '1h' })
  run(cluster, 300_000)
  inject(cluster, 'InstanceCrash', 'r1')
  run(cluster, 600_000)
  heal(cluster, 'InstanceCrash', 'r1')
  run(cluster, 20_000_000)
  const { instances, failover } = cluster.simulation.world
  expect(instances[0]!.memory.vdlOrdinal).toBe(-1)
  expect(instances[1]!.status).toBe('open')
  expect(failover!.streams[1]!.isJoined).toBe(true)
})
