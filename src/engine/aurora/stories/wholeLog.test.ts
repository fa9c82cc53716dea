/** Story: one log for the whole volume, and what every commit owes to it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Cluster,
  factsOf,
  heal,
  inject,
  run,
  startCluster,
} from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'
import { isAnnulled, recordFlag, rowOf } from '../storage/redoLog.ts'

interface Crash {
  seed: number
  redoPerRow: number
  at: number
  silent: readonly string[]
}

/** The kinds of messages that a writer sends to storage nodes within a while. */
function sentByWriter(cluster: Cluster, micros: number): Set<number> {
  const { world, context } = cluster.simulation
  const kinds = new Set<number>()
  for (const [kind, receive] of context.receivers.entries()) {
    if (receive === undefined) continue
    context.receivers[kind] = (ctx, actor, slot) => {
      const isToNode = actor >= 1 && actor <= world.nodes.length
      if (isToNode && world.network.messages.from[slot] === 0) kinds.add(kind)
      return receive(ctx, actor, slot)
    }
  }
  run(cluster, micros)
  return kinds
}

test('L9, D7 (reference W1): redo and page reads cross to storage, never a page', () => {
  const parameters = { 'instance.bufferPoolPages': 4 }
  const cluster = startCluster({ sessions: 12, reads: 2, writes: 2, parameters })
  const kinds = sentByWriter(cluster, 1_000_000)
  expect(kinds).toEqual(new Set([messageNumber.WriteRedo, messageNumber.ReadPage]))
})

test('Q1 (reference Q1): every group has six copies, two in each zone', () => {
  const { groups, nodes, zones } = startCluster({ groups: 7 }).simulation.world
  for (const { segments } of groups) {
    const hosts = new Set(segments.map(({ node }) => node))
    expect(hosts.size).toBe(6)
    for (const zone of zones.keys()) {
      expect([...hosts].filter(node => nodes[node]!.zone === zone)).toHaveLength(2)
    }
  }
})

test('L1 (reference G5): one row of LSNs feeds every group, dense and without a repeat', () => {
  const cluster = startCluster({ groups: 4, sessions: 12, writes: 3 })
  run(cluster, 200_000)
  const { log } = cluster.simulation.world
  const groups = new Set<number>()
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    groups.add(log.group[row]!)
    if (ordinal > log.first) expect(log.lsn[row]).toBe(log.lsn[rowOf(log, ordinal - 1)]! + 1)
  }
  expect(groups.size).toBe(4)
})

test('L7 (reference C2): when VDL jumps, all commits that it passes are answered at once', () => {
  const cluster = startCluster({ sessions: 30, think: '1ms', reads: 0 })
  run(cluster, 50_000)
  for (const node of ['a1', 'b1', 'c1']) inject(cluster, 'LinkCut', `w1<>node-${node}`)
  run(cluster, 100_000)
  expect(cluster.simulation.world.instances[0]!.memory.parked.count).toBeGreaterThan(20)
  const from = cluster.simulation.world.now
  heal(cluster, 'LinkCut', 'w1<>node-c1')
  run(cluster, 1_000_000)
  const instants = factsOf(cluster, 'TransactionCommitted').filter(({ at }) => at > from)
  const first = instants[0]!.at
  expect(instants.filter(({ at }) => at === first).length).toBeGreaterThan(20)
})

test('L5, L7 (reference C4): one group without a write set holds back every later commit', () => {
  const cluster = startCluster({ groups: 3, sessions: 20, think: '2ms' })
  run(cluster, 50_000)
  const { world } = cluster.simulation
  const only = world.groups[0]!.segments.map(({ node }) => world.nodes[node]!.id)
  const own = only.filter(id =>
    world.groups[2]!.segments.every(({ node }) => world.nodes[node]!.id !== id),
  )
  expect(own).toHaveLength(3)
  for (const node of own) inject(cluster, 'LinkCut', `w1<>${node}`)
  run(cluster, 500_000)
  const { groups, vdl } = world.instances[0]!.memory
  expect(groups[2]!.pgcl).toBeGreaterThan(vdl)
  const before = world.totals.committed
  run(cluster, 500_000)
  expect(world.totals.committed).toBe(before)
})

test('N6 (reference Q8): slow, down and back again are one axis, and commits go on', () => {
  const cluster = startCluster({ sessions: 6 })
  const committed = (micros: number) => {
    const before = cluster.simulation.world.totals.committed
    run(cluster, micros)
    return cluster.simulation.world.totals.committed - before
  }
  inject(cluster, 'SlowNode', 'node-a1', { factor: 100 })
  expect(committed(500_000)).toBeGreaterThan(100)
  inject(cluster, 'NodeCrash', 'node-a1')
  expect(committed(500_000)).toBeGreaterThan(100)
})

test('L2, R6 (reference T8): no recovery ever keeps a part of a mini-transaction', () => {
  const stories = fc.record({
    seed: fc.nat(1000),
    redoPerRow: fc.constantFrom(2, 5, 9),
    at: fc.integer({ min: 5_000, max: 60_000 }),
    silent: fc.constantFrom(['a1', 'a2'], ['b2', 'c1', 'c2'], ['a1', 'b1', 'c1'], []),
  })
  const check = ({ seed, redoPerRow, at, silent }: Crash) => {
    const parameters = { 'network.loss': 0.2, 'instance.redoPerRow': redoPerRow }
    const cluster = startCluster({ seed, sessions: 20, think: '1ms', groups: 2, parameters })
    run(cluster, at)
    inject(cluster, 'InstanceCrash', 'w1')
    for (const node of silent) inject(cluster, 'NodeCrash', `node-${node}`)
    heal(cluster, 'InstanceCrash', 'w1')
    for (let waited = 0; waited < 20 && recoveries(cluster) === 0; waited++) run(cluster, 100_000)
    if (recoveries(cluster) > 0) expectWhole(cluster)
  }
  fc.assert(fc.property(stories, check), { numRuns: 20 })
})

function recoveries(cluster: Cluster): number {
  return factsOf(cluster, 'VolumeTruncated').length
}

/** Records of one mini-transaction are kept together or annulled together. */
function expectWhole({ simulation }: Cluster): void {
  const { log } = simulation.world
  let isBegun = false
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const isGone = isAnnulled(log, ordinal)
    const isStart = ordinal === log.first || endsOne(simulation, ordinal - 1)
    if (!isStart) expect(isGone).toBe(isBegun)
    isBegun = isGone
  }
}

function endsOne({ world }: Cluster['simulation'], ordinal: number): boolean {
  return (world.log.flags[rowOf(world.log, ordinal)]! & recordFlag.consistencyPoint) !== 0
}
