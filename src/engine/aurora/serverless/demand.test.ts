/** Need follows demand, capacity changes throughput, and sessions feel the fluid part. */
import { expect, test } from 'vitest'
import type { Cluster } from '../../testing/startCluster.ts'
import { factsOf, give, look, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { levelAt } from './demandLevel.ts'
import { maxConnectionsAt } from './maxConnectionsAt.ts'
import { ramps } from './ramp.ts'
import { regulate } from './regulate.ts'

const second = 1_000_000
const acu = 1_000_000

function viewOf(cluster: Cluster) {
  return look(cluster).serverless!
}

test('S6: a curve is linear between its points, stays at its last level, and repeats', () => {
  const points = [
    { at: 10, level: 100 },
    { at: 20, level: 200 },
  ]
  const levels = (repeatMicros: number) =>
    [0, 10, 15, 20, 29, 45].map(at => levelAt({ points, repeatMicros }, at))
  expect(levels(0)).toEqual([100, 100, 150, 200, 200, 200])
  expect(levels(30)).toEqual([100, 100, 150, 200, 200, 150])
})

test('S2: 7 ACU of demand need 10 ACU: busy to 70 %', () => {
  const cluster = startElastic({ level: 7 })
  run(cluster, 180 * second)
  const [capacity] = viewOf(cluster).instances
  expect(capacity!.need.cpu).toBe(10 * acu)
  expect(capacity).toMatchObject({ binding: 'cpu', target: 10 * acu })
})

test('S2: connections take memory: 1,000 of them need 4.5 ACU and more', () => {
  const cluster = startElastic({ level: 0.1, connections: 1_000 })
  run(cluster, 90 * second)
  const [capacity] = viewOf(cluster).instances
  expect(capacity).toMatchObject({ binding: 'memory', reported: 5 * acu })
})

test('S2: sessions count by the CPU they really use', () => {
  const cluster = startElastic({ sessions: 40, think: '20ms', min: 4 })
  run(cluster, 4 * second)
  const { capacities } = cluster.simulation.world.serverless!
  const { committed } = cluster.simulation.world.totals
  const expected = (committed / 4) * 317 * 4
  expect(capacities[0]!.usedBySessions / expected).toBeGreaterThan(0.9)
  expect(capacities[0]!.usedBySessions / expected).toBeLessThan(1.1)
})

test('S3, S6: after a leap it rises to what is needed and no further, though much is late', () => {
  const cluster = startElastic({ min: 1, level: 0.5, sessions: 2, think: '10s' })
  run(cluster, 60 * second)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 6.9 })
  const leaptAt = cluster.simulation.world.now
  run(cluster, 20 * second)
  expect(viewOf(cluster).demand[0]!.backlog).toBeGreaterThan(0)
  run(cluster, 400 * second)
  const after = factsOf(cluster, 'CapacityChanged').filter(({ at }) => at > leaptAt)
  expect(Math.max(...after.map(({ parameters }) => parameters.acu))).toBe(10)
  const reached = after.find(({ parameters }) => parameters.acu === 10)!
  expect(Math.abs((reached.at - leaptAt) / second - secondsOfGrowth(1, 10))).toBeLessThanOrEqual(1)
  expect(viewOf(cluster).demand[0]!.backlog).toBe(0)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 0 })
  const endedAt = cluster.simulation.world.now
  run(cluster, 500 * second)
  const least = factsOf(cluster, 'CapacityChanged').find(
    ({ at, parameters }) => at > endedAt && parameters.acu === 1,
  )!
  // Held for 60 s, then halved every 120 s until it is below 1.5 ACU.
  expect((least.at - endedAt) / second).toBeGreaterThanOrEqual(60 + 120 * 2.73)
  expect((least.at - endedAt) / second).toBeLessThanOrEqual(60 + 120 * 2.75)
})

/** By the loop alone, with a full allowance. */
function secondsOfGrowth(from: number, to: number): number {
  const range = { min: 1, max: 16 * acu, holdMicros: 0 }
  const loop = { exact: from * acu, target: 0, tokens: ramps[4].burst, lowMicros: 0 }
  for (let seconds = 1; ; seconds++) {
    regulate(loop, to * acu, range, ramps[4])
    if (loop.exact === to * acu) return seconds
  }
}

test('S5: the same sessions get more done with more capacity', () => {
  const done = [1, 4].map(size => {
    const cluster = startElastic({ min: size, max: size, sessions: 100, think: '1ms' })
    run(cluster, 2 * second)
    return cluster.simulation.world.totals.committed
  })
  expect(done[1]! / done[0]!).toBeGreaterThan(3)
  expect(done[1]! / done[0]!).toBeLessThan(5)
})

test('S5, S6: sessions are slower while the fluid demand takes the CPUs, and it is late', () => {
  const latency = [0, 8].map(level => {
    const cluster = startElastic({ min: 4, max: 4, sessions: 4, think: '50ms', level })
    run(cluster, 10 * second)
    return { cluster, micros: cluster.simulation.world.applications[0]!.lastLatencyMicros }
  })
  expect(latency[1]!.micros).toBeGreaterThan(latency[0]!.micros * 2)
  const [demand] = viewOf(latency[1]!.cluster).demand
  expect(demand!.answered).toBeLessThan(demand!.offered * 0.6)
  expect(demand!.backlog).toBeGreaterThan(0)
})

test('S6: a command moves the demand, null gives the curve back, and changes name it', () => {
  const cluster = startElastic({ level: 1 })
  run(cluster, 60 * second)
  expect(give(cluster, { do: 'SetDemand', workload: 'crowd', level: 6 }).accepted).toBe(true)
  expect(viewOf(cluster).demand[0]).toMatchObject({ level: 6 * acu, isMoved: true })
  const given = factsOf(cluster, 'CommandGiven')[0]!
  run(cluster, 30 * second)
  expect(viewOf(cluster).demand[0]).toMatchObject({ level: 6 * acu, isMoved: true })
  const grown = factsOf(cluster, 'CapacityChanged').filter(({ at }) => at > given.at)
  expect(grown.length).toBeGreaterThan(3)
  expect(grown.every(({ cause }) => cause === given.id)).toBe(true)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: null })
  run(cluster, 2 * second)
  expect(viewOf(cluster).demand[0]).toMatchObject({ level: acu, isMoved: false })
})

test.each<[number, number, string | null]>([
  [0, 16, null],
  [0.5, 256, null],
  [0.3, 16, 'reason.capacityGrid'],
  [4, 2, 'reason.capacityOrder'],
  [0, 0.5, 'reason.capacityLimits'],
  [0, 256.5, 'reason.capacityLimits'],
])('S1: a range of %d to %d ACU', (min, max, key) => {
  const outcome = give(startElastic(), { do: 'SetCapacityRange', min, max })
  expect(outcome.accepted ? null : outcome.reason.key).toBe(key)
})

test('S1: a higher minimum lifts the capacity at its own rate', () => {
  const cluster = startElastic({ min: 0.5 })
  run(cluster, 10 * second)
  give(cluster, { do: 'SetCapacityRange', min: 8, max: 16 })
  run(cluster, 5 * second)
  expect(viewOf(cluster).instances[0]!.exact).toBeLessThan(acu)
  run(cluster, 100 * second)
  expect(viewOf(cluster).instances[0]!.reported).toBe(8 * acu)
  expect(factsOf(cluster, 'CapacityChanged')[0]!.parameters.because).toBe('range')
})

test('S4: a reader of tier 1 follows the writer, one of tier 2 does not', () => {
  const cluster = startElastic({
    level: 4,
    instances: [
      { id: 'w1', az: 'a', class: 'serverless' },
      { id: 'r1', az: 'b', class: 'serverless', role: 'reader', tier: 1 },
      { id: 'r2', az: 'c', class: 'serverless', role: 'reader', tier: 2 },
    ],
  })
  run(cluster, 180 * second)
  const [writer, near, far] = viewOf(cluster).instances.map(({ reported }) => reported / acu)
  expect(writer).toBe(6)
  expect(near).toBeGreaterThanOrEqual(6)
  expect(far).toBe(0.5)
})

test('S9: connections by the maximum', () => {
  const at = [1, 4, 8, 12, 16, 128, 256].map(size =>
    maxConnectionsAt('mysql-8.0', { min: 0, max: size * acu }),
  )
  expect(at).toEqual([90, 135, 1_000, 1_500, 2_000, 5_000, 6_000])
})

test('S9: a session too many is refused with 1040, counts it, and tries again', () => {
  const cluster = startElastic({ min: 0.5, max: 1, sessions: 95, think: '2s' })
  run(cluster, 30 * second)
  const [shop] = cluster.simulation.world.applications
  expect(viewOf(cluster).instances[0]).toMatchObject({ connections: 90, maxConnections: 90 })
  expect(shop).toMatchObject({ lastErrorCode: 1040, lost: 0 })
  expect(look(cluster).applications[0]).toMatchObject({
    sessions: 95,
    reconnecting: 5,
    feels: 'retrying',
    lastError: { code: 1040 },
  })
  // One error for each session at its first refusal, then one each time it gives up.
  expect(shop!.errors).toBeGreaterThanOrEqual(5)
  expect([...shop!.state.subarray(90)]).toEqual([2, 2, 2, 2, 2])
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 60 })
  run(cluster, 30 * second)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 80 })
  run(cluster, 30 * second)
  expect(look(cluster).applications[0]).toMatchObject({ sessions: 80, reconnecting: 0 })
})

test('S9: a fluid demand offers what its admitted connections carry', () => {
  const cluster = startElastic({ min: 1, max: 1, level: 0.5, connections: 120 })
  run(cluster, 5 * second)
  const full = viewOf(cluster)
  expect(full.instances[0]!.connections).toBe(90)
  const all = startElastic({ min: 1, max: 1, level: 0.5, connections: 60 })
  run(all, 5 * second)
  expect(full.demand[0]!.offered / viewOf(all).demand[0]!.offered).toBeCloseTo(0.75, 3)
})

test('S9: a higher maximum admits more only after a restart', () => {
  const cluster = startElastic({ min: 1, max: 1 })
  give(cluster, { do: 'SetCapacityRange', min: 1, max: 16 })
  run(cluster, second)
  expect(viewOf(cluster).instances[0]!.maxConnections).toBe(90)
  give(cluster, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
  run(cluster, second)
  expect(viewOf(cluster).instances[0]!.maxConnections).toBe(2_000)
})
