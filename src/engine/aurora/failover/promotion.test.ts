/** Story: the writer is lost, a reader takes over, and the applications follow its name. */
import { expect, test } from 'vitest'
import type { FactKey } from '../../contract/facts.ts'
import { rowOf } from '../storage/redoLog.ts'
import { restoreText, saveText } from '../../savedText.ts'
import {
  type Cast,
  type Cluster,
  factsOf,
  give,
  heal,
  inject,
  look,
  run,
  startCluster,
  sweep,
} from '../../testing/startCluster.ts'

const second = 1_000_000

function begin(more: Cast = {}): Cluster {
  const exact = { 'network.jitter': 0 }
  const shop = { sessions: 6, think: '40ms', parameters: exact, route: 'cluster' } as const
  const cluster = startCluster({ readers: 2, isSlow: true, ...shop, ...more })
  run(cluster, second)
  return cluster
}

function lose(more: Cast = {}, seconds = 59): Cluster {
  const cluster = begin(more)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, seconds * second)
  return cluster
}

function shopOf(cluster: Cluster) {
  return look(cluster).applications[0]!
}

/** In whole seconds. */
function secondsOf(cluster: Cluster, fact: FactKey): number[] {
  return factsOf(cluster, fact).map(({ at }) => Math.floor(at / second))
}

/** No acknowledged commit was annulled, and the laws agree. */
function expectNothingLost(cluster: Cluster): void {
  const { truncations } = cluster.simulation.world.volume
  for (const { parameters } of factsOf(cluster, 'TransactionCommitted')) {
    const { lsn } = parameters
    expect(truncations.filter(({ above, upTo }) => lsn > above && lsn <= upTo)).toEqual([])
  }
  expect(sweep(cluster)).toBeNull()
}

test('F3–F6: it takes 30 s from the loss to the next answer, and nothing is lost', () => {
  const cluster = lose()
  const { downMicros, on } = shopOf(cluster)
  expect(on).toBe('r1')
  expect(downMicros).toBeGreaterThan(29 * second)
  expect(downMicros).toBeLessThan(31 * second)
  expect(secondsOf(cluster, 'InstanceSuspected')).toEqual([4])
  expect(secondsOf(cluster, 'PromotionStarted')).toEqual([4])
  expect(secondsOf(cluster, 'ReaderPromoted')).toEqual([21])
  expect(secondsOf(cluster, 'EndpointMoved')).toEqual([26])
  expectNothingLost(cluster)
})

test('F6: a session that is tied to the instance does not follow the name', () => {
  const cluster = lose({ route: 'instance' })
  const { downMicros, on, feels } = shopOf(cluster)
  expect({ on, feels }).toEqual({ on: 'w1', feels: 'reconnecting' })
  expect(downMicros).toBeGreaterThan(58 * second)
})

test('F4: the reader of the lowest tier that is open takes over', () => {
  const cluster = begin()
  inject(cluster, 'InstanceCrash', 'r1')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 40 * second)
  expect(factsOf(cluster, 'ReaderPromoted')).toMatchObject([{ parameters: { instance: 'r2' } }])
  expect(shopOf(cluster).on).toBe('r2')
})

test('F4 (reference O11): of one tier the largest takes over, of one size the first', () => {
  const promotedOf = (sizes: number[]) => {
    const cluster = begin({ readers: 3 })
    const [, ...readers] = cluster.simulation.world.setup.instances
    for (const [index, reader] of readers.entries()) {
      Object.assign(reader, { tier: 1, vcpus: sizes[index] })
    }
    inject(cluster, 'InstanceCrash', 'w1')
    run(cluster, 4 * second)
    return factsOf(cluster, 'PromotionStarted')[0]!.parameters.instance
  }
  expect(promotedOf([2, 8, 4])).toBe('r2')
  expect(promotedOf([4, 2, 4])).toBe('r1')
})

test('F4: without an open reader the writer restarts in place, and keeps its role', () => {
  const cluster = begin({ readers: 1 })
  inject(cluster, 'InstanceCrash', 'r1')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 10 * second)
  expect(factsOf(cluster, 'PromotionStarted')).toEqual([])
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 30 * second)
  expect(factsOf(cluster, 'VolumeOpened')).toMatchObject([{ parameters: { instance: 'w1' } }])
  expect(shopOf(cluster).feels).not.toBe('reconnecting')
})

test('F4: a reader that opens while the writer is still lost is promoted', () => {
  const cluster = begin({ readers: 1 })
  inject(cluster, 'InstanceCrash', 'r1')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 10 * second)
  heal(cluster, 'InstanceCrash', 'r1')
  run(cluster, 50 * second)
  expect(factsOf(cluster, 'ReaderPromoted')).toMatchObject([{ parameters: { instance: 'r1' } }])
  expectNothingLost(cluster)
})

test('F7: the old writer comes back as a reader and follows the new one', () => {
  const cluster = lose({}, 20)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 40 * second)
  const { instances, failover, volume } = look(cluster)
  expect(instances.map(({ id, role, status }) => [id, role, status])).toEqual([
    ['w1', 'reader', 'open'],
    ['r1', 'writer', 'open'],
    ['r2', 'reader', 'open'],
  ])
  expect(failover).toMatchObject({ phase: null, clusterEndpoint: 'r1' })
  for (const { vdl } of failover!.readers) expect(volume.vdl - vdl).toBeLessThan(20)
})

test('F3: a writer that is back in time is not replaced', () => {
  const cluster = begin()
  for (const zone of ['a', 'b', 'c']) inject(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, 2 * second)
  expect(look(cluster).failover!.phase).toBe('silent')
  for (const zone of ['a', 'b', 'c']) heal(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, 10 * second)
  expect(look(cluster).failover!.phase).toBeNull()
  expect(factsOf(cluster, 'InstanceSuspected')).toEqual([])
})

/** The clients still reach it, and it does not know. */
function cutOff(seconds: number): Cluster {
  const cluster = begin({ route: 'instance' })
  for (const zone of ['a', 'b', 'c']) inject(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, seconds * second)
  return cluster
}

test('R2, F7: what a replaced writer still sends bounces off, and it stops', () => {
  const cluster = cutOff(40)
  const { world } = cluster.simulation
  expect(world.instances[0]).toMatchObject({ role: 'writer', status: 'open' })
  const before = factsOf(cluster, 'TransactionCommitted').length
  for (const zone of ['a', 'c']) heal(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, second / 2)
  expect(factsOf(cluster, 'RecordsRefused').length).toBeGreaterThan(0)
  expect(factsOf(cluster, 'WriterFenced')).toMatchObject([{ parameters: { instance: 'w1' } }])
  run(cluster, 30 * second)
  expect(world.instances[0]).toMatchObject({ role: 'reader', status: 'open' })
  expect(factsOf(cluster, 'TransactionCommitted')).toHaveLength(before)
  expectNothingLost(cluster)
})

test('F7: a replaced writer that sends nothing is told at its next heartbeat', () => {
  const cluster = begin({ route: 'instance', think: '10min' })
  for (const zone of ['a', 'b', 'c']) inject(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, 40 * second)
  for (const zone of ['a', 'b', 'c']) heal(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, second + 1)
  expect(factsOf(cluster, 'WriterFenced')).toHaveLength(1)
  expect(cluster.simulation.world.instances[0]!.role).toBe('reader')
})

test('F5: one that dies while it takes over is replaced in turn', () => {
  const cluster = lose({}, 10)
  inject(cluster, 'InstanceCrash', 'r1')
  run(cluster, 60 * second)
  expect(factsOf(cluster, 'ReaderPromoted')).toMatchObject([{ parameters: { instance: 'r2' } }])
  expect(shopOf(cluster).on).toBe('r2')
  expectNothingLost(cluster)
})

test('F6: a zone outage is silent, so its sessions learn of it by their timeout', () => {
  const cluster = begin()
  inject(cluster, 'AzOutage', 'az-b')
  run(cluster, 60 * second)
  expect(shopOf(cluster)).toMatchObject({ on: 'r1' })
  expect(look(cluster).failover).toMatchObject({ phase: null, clusterEndpoint: 'r1' })
})

test('the chain of causes leads from the endpoint back to the crash', () => {
  const cluster = lose()
  const byId = new Map(cluster.facts.map(fact => [fact.id, fact]))
  const chain: string[] = []
  for (let fact = factsOf(cluster, 'EndpointMoved')[0] as { cause: number; fact: string }; fact; ) {
    chain.push(fact.fact)
    fact = byId.get(fact.cause)!
  }
  expect(chain.filter(fact => fact !== 'VolumeTruncated' && fact !== 'PointsRecovered')).toEqual([
    'EndpointMoved',
    'ReaderPromoted',
    'VolumeOpened',
    'RecoveryStarted',
    'PromotionStarted',
    'InstanceSuspected',
    'InstanceCrashed',
    'FaultInjected',
    'CommandGiven',
  ])
})

test('saved and restored as text in every phase, it goes the same way', () => {
  const straight = lose({}, 45)
  const broken = begin()
  inject(broken, 'InstanceCrash', 'w1')
  for (let k = 0; k < 45; k++) {
    restoreText(broken.simulation, saveText(broken.simulation))
    run(broken, second)
  }
  expect(look(broken)).toEqual(look(straight))
})

test('F6: when the one promoted dies before its name is known, the name waits for the next', () => {
  const cluster = lose({}, 22)
  expect(secondsOf(cluster, 'ReaderPromoted')).toEqual([21])
  inject(cluster, 'InstanceCrash', 'r1')
  run(cluster, 40 * second)
  expect(secondsOf(cluster, 'ReaderPromoted')).toEqual([21, 43])
  const moves = factsOf(cluster, 'EndpointMoved').map(({ at, parameters }) => [
    Math.floor(at / second),
    parameters.to,
  ])
  expect(moves).toEqual([[48, 'r2']])
})

test('R6: what a replaced writer writes never joins the log', () => {
  const cluster = begin({ route: 'instance' })
  for (const zone of ['a', 'b', 'c']) inject(cluster, 'LinkCut', `w1<>az-${zone}`)
  run(cluster, 25 * second)
  const { world } = cluster.simulation
  const before = { lsn: world.instances[0]!.memory.nextLsn, committed: world.totals.committed }
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 100 })
  world.applications[0]!.target.fill(1, 50)
  run(cluster, 5 * second)
  expect(world.instances[0]).toMatchObject({ role: 'writer', status: 'open' })
  expect(world.instances[0]!.memory.nextLsn).toBeGreaterThan(before.lsn + 100)
  expect(world.totals.committed).toBeGreaterThan(before.committed + 200)
  const { log } = world
  for (let ordinal = log.first + 1; ordinal < log.next; ordinal++) {
    expect(log.lsn[rowOf(log, ordinal)]!).toBeGreaterThan(log.lsn[rowOf(log, ordinal - 1)]!)
  }
  expectNothingLost(cluster)
})
