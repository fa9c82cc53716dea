/** Faults of disks, of a zone and of patches, and what ends by itself. */
import { expect, test } from 'vitest'
import { factsOf, give, heal, inject, look, run, startCluster } from '../testing/startCluster.ts'
import type { Cluster } from '../testing/startCluster.ts'

const second = 1_000_000

/** Mean time from a batch that was sent to its being on the disk of a segment. */
function persistMicros(cluster: Cluster, segment: string): number {
  const sent = new Map(factsOf(cluster, 'RecordsSent').map(({ id, at }) => [id, at]))
  const took = factsOf(cluster, 'RecordsPersisted')
    .filter(({ parameters }) => parameters.segment === segment)
    .flatMap(({ at, cause }) => (sent.has(cause) ? [at - sent.get(cause)!] : []))
  return took.reduce((sum, micros) => sum + micros, 0) / took.length
}

test('P11: a slow disk is slow, the messages of its node are not', () => {
  const cluster = startCluster()
  inject(cluster, 'SlowDisk', 'node-b1', { factor: 30 })
  run(cluster, second)
  expect(persistMicros(cluster, 'pg1/b1')).toBeGreaterThan(6_000)
  expect(persistMicros(cluster, 'pg1/b2')).toBeLessThan(1_500)
  expect(look(cluster).nodes.find(({ id }) => id === 'node-b1')!.slowFactor).toBe(1)
})

test('P12 (reference O15): congestion adds to a share of what a disk does', () => {
  const cluster = startCluster()
  inject(cluster, 'DiskCongestion', 'node-b1', { ratio: 0.3, minMillis: 5, maxMillis: 9 })
  run(cluster, 2 * second)
  const added = factsOf(cluster, 'DiskCongested').map(({ parameters }) => parameters)
  expect(added.every(({ node }) => node === 'node-b1')).toBe(true)
  const micros = added.map(({ addedMicros }) => addedMicros)
  expect(Math.min(...micros)).toBeGreaterThanOrEqual(5_000)
  expect(Math.max(...micros)).toBeLessThanOrEqual(9_000)
  const batches = factsOf(cluster, 'RecordsSent').length
  expect(added.length / batches).toBeGreaterThan(0.25)
  expect(added.length / batches).toBeLessThan(0.35)
})

test('P13 (reference O15): writes that fail are not acknowledged', () => {
  const cluster = startCluster()
  inject(cluster, 'DiskFailure', 'node-c1', { ratio: 1 })
  run(cluster, second)
  expect(factsOf(cluster, 'DiskWriteFailed').length).toBeGreaterThan(100)
  const scl = () => look(cluster).groups[0]!.segments.map(segment => segment.scl)
  expect(scl()[4]).toBe(0)
  expect(factsOf(cluster, 'CommitsStalled')).toEqual([])
  heal(cluster, 'DiskFailure', 'node-c1')
  run(cluster, second)
  expect(scl()[4]).toBeGreaterThan(scl()[0]! / 2)
})

test('P14: a zone that is cut off lives, and hears nobody outside', () => {
  const cluster = startCluster({ groups: 2 })
  inject(cluster, 'ZoneIsolation', 'az-c')
  run(cluster, second)
  const { nodes } = look(cluster)
  for (const { zone, isUp, isReachable } of nodes) {
    expect(isUp).toBe(true)
    expect(isReachable).toBe(zone !== 'az-c')
  }
  expect(factsOf(cluster, 'CommitsStalled')).toEqual([])
  heal(cluster, 'ZoneIsolation', 'az-c')
  expect(look(cluster).nodes.every(({ isReachable }) => isReachable)).toBe(true)
})

test('P14: the writer in a zone that is cut off commits nothing, and goes on afterwards', () => {
  const cluster = startCluster({ zone: 'b' })
  run(cluster, second / 2)
  inject(cluster, 'ZoneIsolation', 'az-b')
  expect(look(cluster).lights.commits.state).toBe('waiting')
  run(cluster, second)
  heal(cluster, 'ZoneIsolation', 'az-b')
  expect(look(cluster).lights.commits.state).toBe('on')
})

test('P14, F3: a reader elsewhere takes over from a writer whose zone is cut off', () => {
  const cluster = startCluster({ zone: 'b', readers: 1, route: 'cluster' })
  run(cluster, second / 2)
  inject(cluster, 'ZoneIsolation', 'az-b')
  run(cluster, 4 * second)
  expect(factsOf(cluster, 'ReaderPromoted')).toHaveLength(1)
  const { committed } = cluster.simulation.world.totals
  heal(cluster, 'ZoneIsolation', 'az-b')
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'WriterFenced')).toHaveLength(1)
  expect(look(cluster).instances[0]!.role).toBe('reader')
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(committed + 100)
})

test('P15 (reference O5): a patch takes each node once, one at a time, and ends', () => {
  const cluster = startCluster({ groups: 3, parameters: { 'storage.patchAway': '200ms' } })
  run(cluster, second / 2)
  inject(cluster, 'RollingPatch', 'volume')
  let mostDown = 0
  for (let step = 0; step < 400 && look(cluster).faults.length > 0; step++) {
    run(cluster, 20_000)
    const down = look(cluster).nodes.filter(({ isUp }) => !isUp)
    mostDown = Math.max(mostDown, down.length)
    expect(look(cluster).pipeline!.patch?.away ?? null).toBe(down[0]?.id ?? null)
  }
  expect(mostDown).toBe(1)
  expect(factsOf(cluster, 'NodePatched').map(({ parameters }) => parameters.node)).toEqual(
    look(cluster).nodes.map(({ id }) => id),
  )
  expect(look(cluster).faults).toEqual([])
  expect(factsOf(cluster, 'CommitsStalled')).toEqual([])
})

test('P15: the patch waits while another member of a group is down', () => {
  const cluster = startCluster({ parameters: { 'storage.patchAway': '100ms' } })
  inject(cluster, 'NodeCrash', 'node-c2')
  inject(cluster, 'RollingPatch', 'az-a')
  run(cluster, second)
  expect(look(cluster).pipeline!.patch).toMatchObject({ done: 0, away: null })
  heal(cluster, 'NodeCrash', 'node-c2')
  run(cluster, 2 * second)
  expect(look(cluster).faults).toEqual([])
})

test('P15: taken back, the node that is away returns at once', () => {
  const cluster = startCluster()
  inject(cluster, 'RollingPatch', 'az-a')
  expect(look(cluster).nodes[0]!.isUp).toBe(false)
  heal(cluster, 'RollingPatch', 'az-a')
  expect(look(cluster).nodes[0]!.isUp).toBe(true)
  expect(look(cluster).pipeline!.patch).toBeNull()
})

test('P16 (reference O15): no dispatcher: memory is kept, nothing commits', () => {
  const cluster = startCluster()
  run(cluster, second / 2)
  inject(cluster, 'DispatcherCrash', 'w1')
  run(cluster, 50_000)
  const { committed } = cluster.simulation.world.totals
  run(cluster, second)
  expect(cluster.simulation.world.totals.committed).toBe(committed)
  expect(look(cluster).instances[0]!.status).toBe('open')
  heal(cluster, 'DispatcherCrash', 'w1')
  run(cluster, second)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(committed + 50)
  expect(factsOf(cluster, 'RecoveryStarted')).toEqual([])
})

test('P16 (reference O15): a blocked reader falls behind; no commit waits', () => {
  const cluster = startCluster({ readers: 1 })
  run(cluster, second / 2)
  inject(cluster, 'ReplicaFailure', 'r1')
  const { committed } = cluster.simulation.world.totals
  run(cluster, second)
  const [reader] = look(cluster).failover!.readers
  expect(reader!.vdl).toBeLessThan(look(cluster).volume.vdl - 500)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(committed + 200)
  heal(cluster, 'ReplicaFailure', 'r1')
  run(cluster, second)
  expect(look(cluster).failover!.readers[0]!.vdl).toBeGreaterThan(look(cluster).volume.vdl - 100)
})

test('P17 (reference O15): a fault that was given a length of time heals by itself', () => {
  const cluster = startCluster()
  inject(cluster, 'SlowNode', 'node-a1', { for: '300ms' })
  expect(look(cluster).faults[0]).toMatchObject({ until: 300_000 })
  run(cluster, 299_000)
  expect(look(cluster).faults).toHaveLength(1)
  run(cluster, 1_000)
  expect(look(cluster).faults).toEqual([])
  expect(factsOf(cluster, 'FaultHealed')[0]!.at).toBe(300_000)
})

test('P17: healed by hand and injected anew, it lasts as long as was said last', () => {
  const cluster = startCluster()
  inject(cluster, 'NodeCrash', 'node-a1', { for: '300ms' })
  run(cluster, 200_000)
  heal(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'NodeCrash', 'node-a1', { for: '300ms' })
  run(cluster, 200_000)
  expect(look(cluster).nodes[0]!.isUp).toBe(false)
  run(cluster, 100_000)
  expect(look(cluster).nodes[0]!.isUp).toBe(true)
})

test.each([
  [{ fault: 'PageCorruption', target: 'pg9/a1' }, 'reason.unknownTarget'],
  [{ fault: 'PageCorruption', target: 'pg1/a1', page: 40 }, 'reason.outOfRange'],
  [{ fault: 'SlowDisk', target: 'node-a1', page: 3 }, 'reason.noSuchParameter'],
  [{ fault: 'DiskCongestion', target: 'node-a1', minMillis: -1 }, 'reason.outOfRange'],
  [{ fault: 'DiskFailure', target: 'az-a' }, 'reason.unknownTarget'],
  [{ fault: 'RollingPatch', target: 'node-a1' }, 'reason.unknownTarget'],
  [{ fault: 'ReplicaFailure', target: 'w1' }, 'reason.unknownTarget'],
  [{ fault: 'NodeCrash', target: 'node-a1', for: 'soon' }, 'reason.badDuration'],
] as const)('%j is refused: %s', (aim, key) => {
  const outcome = give(startCluster(), { do: 'InjectFault', ...aim })
  expect(outcome).toMatchObject({ accepted: false, reason: { key } })
})
