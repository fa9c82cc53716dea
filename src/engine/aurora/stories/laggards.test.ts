/** Story: copies that only their peers reach. What they learn counts, what they lack is kept. */
import { expect, test } from 'vitest'
import {
  type Cluster,
  factsOf,
  heal,
  inject,
  run,
  startCluster,
} from '../../testing/startCluster.ts'

/** Nobody talks to node-c1 any more, and it runs. */
const links = ['w1', 'az-a', 'az-b', 'node-c2'].map(other => `${other}<>node-c1`)
const busy = { sessions: 40, think: '1ms' }

function lonely(cluster: Cluster) {
  const [group] = cluster.simulation.world.groups
  return { base: group!.baseLsn, scl: group!.segments[4]!.scl }
}

test('L16 (reference N4): what gossip brings is told to the writer, and commits arrive', () => {
  const cluster = startCluster({ parameters: { 'storage.gossipPeriod': '5ms' }, sessions: 2 })
  const deaf = ['a1', 'a2', 'b1']
  for (const name of deaf) inject(cluster, 'LinkCut', `w1>node-${name}`)
  run(cluster, 500_000)
  const told = factsOf(cluster, 'AckReceived').map(({ parameters }) => parameters.segment)
  for (const name of deaf) expect(told).toContain(`pg1/${name}`)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(20)
})

test('L18: what a running copy lacks is kept, until the log grows too long', () => {
  const cluster = startCluster(busy)
  const { log } = cluster.simulation.world
  run(cluster, 50_000)
  for (const link of links) inject(cluster, 'LinkCut', link)
  while (log.next < 5_000) run(cluster, 20_000)
  const { base, scl } = lonely(cluster)
  expect(base).toBeLessThanOrEqual(scl)
  expect(log.next - log.first).toBeGreaterThan(4_000)
  while (log.next < 9_000) run(cluster, 20_000)
  expect(lonely(cluster).base).toBeGreaterThan(scl)
  for (const link of links) heal(cluster, 'LinkCut', link)
  run(cluster, 1_000_000)
  expect(lonely(cluster).scl).toBeGreaterThan(lonely(cluster).base)
})

test('L18: a copy without power keeps nobody from dropping what all others have', () => {
  const cluster = startCluster(busy)
  const { log } = cluster.simulation.world
  run(cluster, 50_000)
  inject(cluster, 'NodeCrash', 'node-c1')
  while (log.next < 5_000) run(cluster, 20_000)
  expect(log.next - log.first).toBeLessThan(2_000)
  expect(lonely(cluster).base).toBeGreaterThan(lonely(cluster).scl)
})
