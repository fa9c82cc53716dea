/** Why is always answerable: the chain of causes of what one can point at, with its numbers. */
import { expect, test } from 'vitest'
import type { Cause } from '../contract/cause.ts'
import {
  type Cluster,
  factsOf,
  heal,
  inject,
  look,
  run,
  startCluster,
} from '../testing/startCluster.ts'
import { whyOf } from './whyOf.ts'

function why({ simulation, facts }: Cluster, subject: string): Cause[] {
  return whyOf(simulation.world, subject, facts)
}

function keysOf(causes: Cause[]): string[] {
  return causes.map(({ key }) => key.replace('why.', ''))
}

/** The newest record of the first group. */
function newest(cluster: Cluster) {
  return look(cluster).groups[0]!.records.at(-1)!
}

test('a durable write: a write set has it and the safe point has passed it', () => {
  const cluster = startCluster()
  run(cluster, 50_000)
  const { vdl } = look(cluster).volume
  const causes = why(cluster, `record:${vdl}`)
  expect(causes[0]).toMatchObject({
    key: 'why.record.acknowledged',
    tone: 'good',
    depth: 0,
    parameters: { lsn: vdl, group: 'pg1', copies: 6 },
  })
  expect(causes[1]).toMatchObject({ key: 'why.record.heldBy', depth: 1 })
  expect(causes[1]!.parameters.count).toBeGreaterThanOrEqual(4)
})

test('a write that is not durable: each copy that lacks it says why, with since when', () => {
  const cluster = startCluster({ parameters: { 'storage.gossipPeriod': '10s' } })
  run(cluster, 50_000)
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'AzOutage', 'az-c')
  inject(cluster, 'LinkCut', 'w1>node-b2')
  run(cluster, 100_000)
  const { lsn } = newest(cluster)
  const causes = why(cluster, `record:${lsn}`)
  expect(causes[0]).toMatchObject({ key: 'why.record.notDurable', tone: 'bad' })
  const down = causes.filter(({ key }) => key === 'why.lack.nodeDown')
  expect(down.map(({ parameters }) => [parameters.node, parameters.target])).toEqual([
    ['node-a1', 'node-a1'],
    ['node-c1', 'az-c'],
    ['node-c2', 'az-c'],
  ])
  for (const { at, depth } of down) expect([at, depth]).toEqual([50_000, 1])
  const cut = causes.find(({ parameters }) => parameters.segment === 'pg1/b2')!
  expect(cut).toMatchObject({ key: 'why.lack.linkCut', parameters: { target: 'w1>node-b2' } })
  expect(causes.at(-1)!.key).toBe('why.vcl.waitsFor')
})

test('every record at every instant has an answer, and each copy stands in it once', () => {
  const cluster = startCluster({ groups: 2, sessions: 12, think: '1ms' })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.2 })
  inject(cluster, 'LinkCut', 'node-a1>w1')
  const seen = new Set<string>()
  for (let step = 0; step < 80; step++) {
    run(cluster, 1_713)
    for (const { id, records, segments } of look(cluster).groups) {
      for (const { lsn, heldBy, state } of records.slice(-4)) {
        const causes = why(cluster, `record:${lsn}`)
        for (const { key } of causes) seen.add(key)
        expect(causes[0]!.parameters).toMatchObject({ lsn, group: id })
        expect(causes[0]!.key === 'why.record.notDurable').toBe(state === 'inFlight')
        const holders = causes[1]!.parameters.segments
        expect(holders).toEqual(segments.filter((_, k) => (heldBy >>> k) & 1).map(its => its.id))
        const lackers = causes.filter(
          ({ key }) => key.startsWith('why.lack') && !key.includes('ack.ack'),
        )
        const missing = segments.filter((_, k) => !((heldBy >>> k) & 1)).map(its => its.id)
        expect(lackers.map(({ parameters }) => parameters.segment)).toEqual(missing)
      }
    }
  }
  for (const key of [
    'why.lack.onItsWay',
    'why.lack.lostOnItsWay',
    'why.lack.persisting',
    'why.lack.resendDue',
    'why.lack.ackOnItsWay',
    'why.hole.below',
    'why.vcl.waitsFor',
    'why.node.cut',
  ]) {
    expect(seen).toContain(key)
  }
})

test('why commits are stalled: the group, and each node that is out of reach', () => {
  const cluster = startCluster()
  run(cluster, 20_000)
  for (const node of ['node-a1', 'node-a2']) inject(cluster, 'NodeCrash', node)
  inject(cluster, 'LinkCut', 'w1<>node-c1')
  run(cluster, 20_000)
  const causes = why(cluster, 'commits')
  expect(causes[0]).toMatchObject({
    key: 'why.commits.noWriteQuorum',
    at: 20_000,
    fact: factsOf(cluster, 'CommitsStalled')[0]!.id,
    parameters: { group: 'pg1', reachable: 3, needed: 4 },
  })
  expect(keysOf(causes.slice(1))).toEqual(['node.down', 'node.down', 'node.cut'])
  expect(causes[3]!.parameters).toMatchObject({ node: 'node-c1', target: 'w1<>node-c1' })
})

test('why commits flow, are in flight, or wait for a writer', () => {
  const cluster = startCluster({ sessions: 1, think: '40ms' })
  expect(keysOf(why(cluster, 'commits'))).toEqual(['commits.none'])
  const seen = new Set<string>()
  for (let step = 0; step < 400; step++) {
    run(cluster, 777)
    seen.add(keysOf(why(cluster, 'commits'))[0]!)
  }
  expect([...seen].sort()).toEqual(['commits.flow', 'commits.inFlight', 'commits.none'])
  inject(cluster, 'AzOutage', 'az-b')
  expect(why(cluster, 'commits').map(({ key, depth }) => [key, depth])).toEqual([
    ['why.commits.noWriter', 0],
    ['why.instance.down', 1],
  ])
})

test('why an instance cannot write: down since, restarting, waiting for a read set', () => {
  const cluster = startCluster({ parameters: { 'repair.automatic': 0 } })
  inject(cluster, 'AzOutage', 'az-b')
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'NodeCrash', 'node-c1')
  expect(why(cluster, 'instance:w1')[0]).toMatchObject({
    key: 'why.instance.down',
    parameters: { fault: 'AzOutage', target: 'az-b' },
  })
  heal(cluster, 'AzOutage', 'az-b')
  inject(cluster, 'NodeCrash', 'node-b1')
  inject(cluster, 'NodeCrash', 'node-b2')
  run(cluster, 400_000)
  expect(why(cluster, 'instance:w1')[0]).toMatchObject({
    key: 'why.instance.restarting',
    parameters: { remainingMicros: 600_000 },
  })
  run(cluster, 1_000_000)
  expect(why(cluster, 'instance:w1')[0]).toMatchObject({
    key: 'why.instance.scanning',
    parameters: { promised: 2, readNeeded: 3 },
  })
  heal(cluster, 'NodeCrash', 'node-b1')
  run(cluster, 3_000_000)
  expect(why(cluster, 'instance:w1')[0]).toMatchObject({
    key: 'why.instance.truncating',
    parameters: { promised: 3, needed: 4 },
  })
  heal(cluster, 'NodeCrash', 'node-b2')
  run(cluster, 3_000_000)
  expect(keysOf(why(cluster, 'instance:w1'))).toEqual(['instance.open'])
})

test('a node: its state, what it holds, and what that means for each group', () => {
  const cluster = startCluster({ groups: 2 })
  inject(cluster, 'SlowNode', 'node-a2', { factor: 7 })
  expect(keysOf(why(cluster, 'node:node-a2'))).toEqual([
    'node.up',
    'node.slow',
    'node.hosts',
    'node.groupEffect',
    'node.groupEffect',
  ])
  const lone = startCluster()
  expect(keysOf(why(lone, 'node:node-c3'))).toEqual(['node.spare'])
  inject(lone, 'NodeCrash', 'node-c3')
  expect(keysOf(why(lone, 'node:node-c3'))).toEqual(['node.down'])
})

test('a copy that lacks something says what keeps its SCL down', () => {
  const cluster = startCluster()
  run(cluster, 20_000)
  inject(cluster, 'NodeCrash', 'node-c2')
  run(cluster, 200_000)
  const causes = why(cluster, 'segment:pg1/c2')
  expect(keysOf(causes)).toEqual(['segment.behind', 'node.down', 'lack.nodeDown'])
  expect(keysOf(why(cluster, 'segment:pg1/a1'))[0]).toBe('segment.complete')
})

test('a transaction from its beginning to its answer', () => {
  const cluster = startCluster({
    sessions: 8,
    think: '1ms',
    parameters: { 'instance.bufferPoolPages': 16 },
  })
  const seen = new Set<string>()
  for (let step = 0; step < 300; step++) {
    run(cluster, 311)
    for (const serial of cluster.simulation.world.instances[0]!.memory.transactions.serial) {
      if (serial > 0) seen.add(keysOf(why(cluster, `transaction:${serial}`))[0]!)
    }
  }
  expect([...seen].sort()).toEqual([
    'transaction.parked',
    'transaction.queued',
    'transaction.reading',
  ])
  const { transaction, lsn, latencyMicros } = factsOf(cluster, 'TransactionCommitted')[0]!
    .parameters
  expect(why(cluster, `transaction:${transaction}`)[0]).toMatchObject({
    key: 'why.transaction.committed',
    parameters: { transaction, lsn, latencyMicros },
  })
  expect(keysOf(why(cluster, 'transaction:999999'))).toEqual(['transaction.unknown'])
})

test('a message: on its way, lost, about to be dropped, dropped, gone', () => {
  const cluster = startCluster({ sessions: 12, think: '1ms' })
  inject(cluster, 'PacketLoss', 'network', { ratio: 0.3 })
  inject(cluster, 'NodeCrash', 'node-a1')
  const seen = new Set<string>()
  for (let step = 0; step < 30; step++) {
    run(cluster, 1_100)
    const { nextId } = cluster.simulation.world.network
    for (let id = Math.max(1, nextId - 60); id < nextId; id++) {
      seen.add(keysOf(why(cluster, `message:${id}`))[0]!)
    }
  }
  expect([...seen].sort()).toEqual([
    'message.dropped',
    'message.flying',
    'message.gone',
    'message.lost',
    'message.willBeDropped',
  ])
})

test('the causes of a fact lead back to the command that was given', () => {
  const cluster = startCluster()
  inject(cluster, 'AzOutage', 'az-b')
  const stalled = factsOf(cluster, 'CommitsStalled')[0]!
  const causes = why(cluster, `fact:${stalled.id}`)
  expect(causes.map(({ key, depth }) => [key, depth])).toEqual([
    ['fact.CommitsStalled', 0],
    ['fact.FaultInjected', 1],
    ['fact.CommandGiven', 2],
  ])
  expect(causes[2]!.parameters).toEqual({ do: 'InjectFault', fault: 'AzOutage', target: 'az-b' })
})

test('the acknowledgement of a commit leads back to the ack that made it durable', () => {
  const cluster = startCluster()
  run(cluster, 50_000)
  const committed = factsOf(cluster, 'TransactionCommitted').at(-1)!
  const chain = keysOf(why(cluster, `fact:${committed.id}`))
  expect(chain.slice(0, 4)).toEqual([
    'fact.TransactionCommitted',
    'fact.VdlAdvanced',
    'fact.VclAdvanced',
    'fact.PgclAdvanced',
  ])
  expect(chain).toContain('fact.RecordsPersisted')
})

test('what an annulled write was, and what there is not', () => {
  const cluster = startCluster()
  run(cluster, 50_000)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 3_000_000)
  const { truncations } = look(cluster).volume
  const lsn = truncations[0]!.above + 5
  expect(keysOf(why(cluster, `record:${lsn}`))).toEqual(['record.annulled'])
  for (const subject of ['', 'record', 'record:x', 'node:z', 'moon:1', 'fact:0', 'toString:1']) {
    expect(keysOf(why(cluster, subject))).toEqual(['unknownSubject'])
  }
})
