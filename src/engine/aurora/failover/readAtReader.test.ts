/** Story: applications that read at readers: what they see, what it costs, and who waits. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf, heal, inject, run, startCluster } from '../../testing/startCluster.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { receivePageAnswer } from '../database/receivePageAnswer.ts'

const second = 1_000_000

function report({ simulation }: ReturnType<typeof startCluster>) {
  return simulation.world.applications[1]!
}

test('F9 (reference P1): reads go to the readers in turn and add no write to storage', () => {
  const cluster = startCluster({ readers: 3, readingSessions: 6, think: '5ms' })
  expect([...report(cluster).target]).toEqual([1, 2, 3, 1, 2, 3])
  const batches = () => cluster.simulation.world.instances[0]!.memory.batchCount
  run(cluster, second)
  expect(report(cluster).answered).toBeGreaterThan(500)
  expect(report(cluster).errors).toBe(0)
  const { instances } = cluster.simulation.world
  expect(instances.slice(1).map(({ memory }) => memory.batchCount)).toEqual([0, 0, 0])
  expect(batches()).toBeGreaterThan(0)
})

test('F9: a change at a reader is refused with error 1290, and nothing begins', () => {
  const cluster = startCluster({ readers: 1, route: 'reader', think: '20ms' })
  run(cluster, second)
  const [shop] = cluster.simulation.world.applications
  expect(shop!.lastErrorCode).toBe(1290)
  expect(shop!.errors).toBeGreaterThan(20)
  expect(factsOf(cluster, 'CommitWritten')).toEqual([])
})

test('F9: without an open reader the reader endpoint leads to the writer, and back in time', () => {
  const cluster = startCluster({ readers: 1, readingSessions: 2, think: '5ms' })
  run(cluster, 100_000)
  inject(cluster, 'InstanceCrash', 'r1')
  run(cluster, second)
  expect([...report(cluster).target]).toEqual([0, 0])
  const before = report(cluster).answered
  run(cluster, second)
  expect(report(cluster).answered).toBeGreaterThan(before + 50)
})

test('F10 (reference P2): a page not cached comes from storage, at the reader’s own point', () => {
  const parameters = { 'instance.bufferPoolPages': 4 }
  const cluster = startCluster({ readers: 1, readingSessions: 3, think: '5ms', parameters })
  run(cluster, second)
  const { reads } = cluster.simulation.world.instances[1]!.memory
  expect(reads.lastNumber).toBeGreaterThan(2_000_000_100)
  expect(report(cluster).answered).toBeGreaterThan(300)
})

test('F10: a copy that is behind says so, and the reader asks another one', () => {
  const parameters = { 'instance.bufferPoolPages': 4, 'storage.gossipPeriod': '10s' }
  const cluster = startCluster({ readers: 1, readingSessions: 3, think: '5ms', parameters })
  inject(cluster, 'LinkCut', 'w1>node-a1')
  inject(cluster, 'LinkCut', 'w1>node-c1')
  run(cluster, second)
  const refused = factsOf(cluster, 'ReadRefused').map(({ parameters: { segment } }) => segment)
  expect(refused.some(segment => segment === 'pg1/a1' || segment === 'pg1/c1')).toBe(true)
  expect(report(cluster).answered).toBeGreaterThan(200)
})

test('F10, D1: a read that is told TOO_OLD takes the present point', () => {
  const cluster = startCluster({ think: '10min' })
  const { world, context } = cluster.simulation
  const { memory } = world.instances[0]!
  run(cluster, 1000)
  const [known] = memory.groups
  memory.reads.number[0] = 7
  memory.reads.point[0] = 3
  known!.durableLsn = 9
  known!.sclSeen.fill(9)
  Object.assign(payload, { a: 0, b: 1, c: 3, d: 7, e: 2 })
  const { actor } = world.nodes[world.groups[0]!.segments[0]!.node]!
  const slot = sendMessage(context, actor, 0, messageNumber.PageAnswer)
  receivePageAnswer(context, 0, slot)
  expect(memory.reads.point[0]).toBe(9)
})

test('F11 (reference L10): a reader that stands still holds the lowest read point', () => {
  const cluster = startCluster({ readers: 2, readingSessions: 4, think: '2ms' })
  run(cluster, 200_000)
  const { world } = cluster.simulation
  inject(cluster, 'LinkCut', 'w1<>r2')
  run(cluster, 300_000)
  const stuck = world.instances[2]!.memory.vdl
  const lowest = () => world.instances[0]!.memory.groups[0]!.lowestReadPoint
  expect(lowest()).toBeLessThanOrEqual(stuck)
  expect(world.instances[0]!.memory.vdl).toBeGreaterThan(stuck + 100)
  heal(cluster, 'LinkCut', 'w1<>r2')
  run(cluster, 2 * second)
  expect(lowest()).toBeGreaterThan(stuck)
})

test('F12 (reference P4): a reader that comes back waits to hear from the writer', () => {
  const cluster = startCluster({ readers: 1, readingSessions: 2, think: '2ms' })
  const { world } = cluster.simulation
  run(cluster, 200_000)
  inject(cluster, 'InstanceCrash', 'r1')
  inject(cluster, 'LinkCut', 'w1<>r1')
  heal(cluster, 'InstanceCrash', 'r1')
  run(cluster, 2 * second)
  expect(world.instances[1]!.status).toBe('open')
  expect(world.failover!.streams[1]!.isJoined).toBe(false)
  expect(world.instances[1]!.memory.transactions.phase.every(phase => phase === 0)).toBe(true)
  heal(cluster, 'LinkCut', 'w1<>r1')
  run(cluster, 2 * second)
  expect(world.failover!.streams[1]!.isJoined).toBe(true)
})

test('F1 (reference P5): however slow a reader is, every commit takes exactly as long', () => {
  const applyTimes = fc.constantFrom('0us', '100us', '1000us')
  const casts = fc.record({
    seed: fc.nat(1000),
    sessions: fc.constantFrom(1, 6, 20),
    readers: fc.constantFrom(1, 3),
    writes: fc.constantFrom(1, 3),
  })
  fc.assert(
    fc.property(casts, applyTimes, applyTimes, (cast, one, other) => {
      const latencies = (apply: string) => {
        const parameters = { 'network.jitter': 0, 'replica.applyRecord': apply }
        const cluster = startCluster({ ...cast, think: '4ms', parameters })
        run(cluster, 300_000)
        return factsOf(cluster, 'TransactionCommitted').map(({ parameters: told }) => [
          told.lsn,
          told.latencyMicros,
        ])
      }
      expect(latencies(one)).toEqual(latencies(other))
    }),
    { numRuns: 12 },
  )
})

test('F9, F11 (reference P1): fifteen readers follow one volume, and all of them count', () => {
  const cluster = startCluster({ readers: 15, readingSessions: 30, think: '10ms' })
  run(cluster, 300_000)
  const { streams, writer } = cluster.simulation.world.failover!
  const { vdl } = cluster.simulation.world.instances[writer]!.memory
  const followers = streams.filter((_, index) => index !== writer)
  expect(followers).toHaveLength(15)
  for (const { readPoint } of followers) expect(readPoint).toBeGreaterThan(vdl / 2)
  expect(new Set(report(cluster).target).size).toBe(15)
  expect(cluster.simulation.world.nodes).toHaveLength(9)
})
