/**
 * Story: writes that were long under way. A link holds what the old writer sent until the volume
 * has been recovered; then it arrives, and means nothing any more (2017 §4.3, 2018 §2.4).
 */
import { expect, test } from 'vitest'
import {
  brokenWithin,
  type Cluster,
  factsOf,
  heal,
  inject,
  run,
  startCluster,
  sweep,
} from '../../testing/startCluster.ts'
import { hold, linkOf, release } from '../../kernel/network.ts'

const nodes = ['node-a1', 'node-a2', 'node-b1', 'node-b2', 'node-c1', 'node-c2']

function actorOf({ simulation }: Cluster, node: string): number {
  return simulation.world.actors.indexOf(node)
}

/** What the writer sends in its last moments is held up by the links to these nodes. */
function heldUp(held: string[]): Cluster {
  const cluster = startCluster({ sessions: 12, think: '2ms', writes: 2, readers: 1 })
  const { network } = cluster.simulation.world
  run(cluster, 100_000)
  for (const node of held) hold(network, 0, actorOf(cluster, node))
  run(cluster, 30_000)
  inject(cluster, 'InstanceCrash', 'w1')
  return cluster
}

function letGo(cluster: Cluster, held: string[]): void {
  const { network, queue, now } = cluster.simulation.world
  for (const node of held) {
    release(network, queue, linkOf(network, 0, actorOf(cluster, node)), now)
  }
}

test('R2, R6 (reference X6): what arrives after the recovery bounces off', () => {
  const cluster = heldUp(nodes)
  const { world } = cluster.simulation
  const highest = world.instances[0]!.memory.nextLsn - 1
  run(cluster, 3_000_000)
  expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
  letGo(cluster, nodes)
  run(cluster, 3_000_000)
  const [truncated] = factsOf(cluster, 'VolumeTruncated')
  expect(truncated!.parameters.annulled).toBeGreaterThan(0)
  expect(truncated!.parameters.upTo).toBeGreaterThanOrEqual(highest)
  const refused = factsOf(cluster, 'RecordsRefused').filter(({ at }) => at > truncated!.at)
  expect(refused.length).toBeGreaterThan(4)
  expect(new Set(refused.map(({ parameters }) => parameters.because))).toContain('annulled')
  expect(sweep(cluster)).toBeNull()
  for (const { scl } of world.groups[0]!.segments) {
    const isBetween = scl > truncated!.parameters.above && scl <= truncated!.parameters.upTo
    expect(isBetween).toBe(false)
  }
})

test('R6 (reference X4): a second crash before VDL has passed the range', () => {
  const cluster = startCluster({ sessions: 12, think: '2ms', writes: 2 })
  const { world } = cluster.simulation
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  while (world.instances[0]!.status !== 'open') expect(brokenWithin(cluster, 500)).toBeNull()
  const lost = ['node-a1', 'node-b1', 'node-c1']
  for (const node of lost) inject(cluster, 'LinkCut', `w1<>${node}`)
  run(cluster, 1_500_000)
  const { nextLsn, newestRangeEnd, vdl } = world.instances[0]!.memory
  expect(vdl).toBeLessThan(newestRangeEnd)
  expect(nextLsn - 1).toBeGreaterThan(newestRangeEnd)
  inject(cluster, 'InstanceCrash', 'w1')
  for (const node of lost) heal(cluster, 'LinkCut', `w1<>${node}`)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 3_000_000)
  const [first, second] = world.volume.truncations
  const limit = world.parameters['storage.lsnAllocationLimit']
  expect(second!.upTo).toBe(Math.max(second!.above, first!.upTo) + limit)
  expect(second!.upTo).toBeGreaterThanOrEqual(nextLsn - 1)
  expect(sweep(cluster)).toBeNull()
})

test('R2, R6 (reference X5): after an interrupted recovery the later range holds', () => {
  const cluster = startCluster({ sessions: 12, think: '2ms', writes: 2 })
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  const { volume } = cluster.simulation.world
  while (volume.truncations.length === 0) expect(brokenWithin(cluster, 500)).toBeNull()
  const epochs = () => cluster.simulation.world.groups[0]!.segments.map(its => its.truncationEpoch)
  run(cluster, 800)
  expect(new Set(epochs()).size).toBe(2)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 4_000_000)
  expect(factsOf(cluster, 'VolumeTruncated').map(({ parameters }) => parameters.epoch)).toEqual([
    2, 3,
  ])
  expect(new Set(epochs())).toEqual(new Set([3]))
  expect(sweep(cluster)).toBeNull()
})
