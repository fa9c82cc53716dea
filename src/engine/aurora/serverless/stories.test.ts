/** Serverless v2 from outside: the rules beside its control loop, told by facts and pictures. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import type { V2Feature } from '../../contract/serverlessV2.ts'
import { type Cluster, factsOf, give, look, run } from '../../testing/startCluster.ts'
import { told } from '../../testing/startV1.ts'
import { startV2 } from '../../testing/startV2.ts'
import { maxConnectionsAt } from './maxConnectionsAt.ts'
import { memoryFor, poolBytesAt } from './poolBytes.ts'

const second = 1_000_000
const acu = 1_000_000
const mib = 1_048_576

function of(cluster: Cluster, index = 0) {
  const serverless = look(cluster).serverless!
  return { ...serverless.instances[index]!, cluster: serverless.v2! }
}

function must(cluster: Cluster, command: Command): void {
  expect(give(cluster, command)).toEqual({ accepted: true })
}

function asleep(cast: Parameters<typeof startV2>[0] = {}): Cluster {
  const cluster = startV2(cast)
  run(cluster, 320 * second)
  expect(of(cluster).state).toBe('paused')
  return cluster
}

test('S7: a pool of PostgreSQL is 128 MiB at half an ACU and 67.5 % from 2 ACU on', () => {
  const { world } = startV2({ edition: 'postgresql' }).simulation
  const at = [0.5, 1.25, 2, 8, 12.5].map(size => poolBytesAt(world, size * acu) / mib)
  expect(at).toEqual([128, 1_446.4, 2_764.8, 11_059.2, 17_280].map(size => expect.closeTo(size, 0)))
  for (const size of [100, 1_000, 5_000]) {
    const held = poolBytesAt(world, (memoryFor(world, size * mib) / (2_048 * mib)) * acu)
    if (size > 128) expect(held / mib).toBeCloseTo(size, 0)
  }
})

test('S7: a pool that shrinks lets pages go, one that grows reads them anew', () => {
  const cluster = startV2({
    serverless: { min: 2 },
    rows: 160_000,
    think: '200ms',
    parameters: { 'serverlessV2.poolShareMysql': 0.1, 'serverlessV2.holdDown': '0s' },
  })
  run(cluster, second)
  expect(of(cluster).v2!.pool).toMatchObject({ held: 20_000, room: 20_000, wanted: 20_000 })
  must(cluster, { do: 'SetCapacityRange', min: 0.5, max: 8 })
  run(cluster, 130 * second)
  const small = of(cluster).v2!.pool
  expect(small.held).toBe(small.room)
  expect(small.room).toBeLessThan(15_000)
  const { ios } = look(cluster).serverless!.meter
  must(cluster, { do: 'SetCapacityRange', min: 2, max: 8 })
  must(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 3 })
  run(cluster, 30 * second)
  const { held, room } = of(cluster).v2!.pool
  expect(room).toBe(20_000)
  expect(held).toBeGreaterThan(small.held + 100)
  expect(held).toBeLessThan(20_000)
  expect(look(cluster).serverless!.meter.ios - ios).toBeGreaterThan(held - small.held)
})

test('S9: connections of PostgreSQL, and the cap of a small minimum', () => {
  const at = (min: number, max: number) =>
    maxConnectionsAt('postgresql-16', { min: min * acu, max: max * acu })
  expect([1, 4, 8, 16, 32, 256].map(max => at(1, max))).toEqual([
    189, 823, 1_669, 3_360, 5_000, 5_000,
  ])
  expect([at(0, 16), at(0.5, 16), at(1, 16)]).toEqual([2_000, 2_000, 3_360])
})

test('S9: after a change of range the ceiling stays until a reboot, and that is pending', () => {
  const cluster = startV2({ serverless: { min: 0.5, max: 4 } })
  run(cluster, 2 * second)
  expect(of(cluster)).toMatchObject({ maxConnections: 135, v2: { afterReboot: null } })
  must(cluster, { do: 'SetCapacityRange', min: 0.5, max: 16 })
  run(cluster, 2 * second)
  expect(of(cluster)).toMatchObject({ maxConnections: 135, v2: { afterReboot: 2_000 } })
  must(cluster, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
  must(cluster, { do: 'HealFault', fault: 'InstanceCrash', target: 'w1' })
  run(cluster, 30 * second)
  expect(of(cluster)).toMatchObject({ maxConnections: 2_000, v2: { afterReboot: null } })
})

test('S13: the same transactions need 1.69 times the CPU on platform 2, 1.3 on platform 3', () => {
  const needs = ([4, 3, 2] as const).map(platform => {
    const demand: [number, number][] = [[0, 1_000]]
    const cluster = startV2({ serverless: { min: 4, platform }, unit: 'tps', demand })
    run(cluster, 5 * second)
    return of(cluster).need.cpu
  })
  expect(needs[1]! / needs[0]!).toBeCloseTo(1.3, 2)
  expect(needs[2]! / needs[0]!).toBeCloseTo(1.69, 2)
})

test('S13: another platform takes effect at once: growth, CPU, and what is refused', () => {
  const cluster = startV2({ serverless: { min: 1 }, demand: [[0, 8]] })
  run(cluster, 20 * second)
  const fast = of(cluster).exact
  must(cluster, { do: 'SetPlatform', platform: 2 })
  run(cluster, 20 * second)
  expect(of(cluster)).toMatchObject({ cluster: { platform: 2 } })
  expect(of(cluster).exact / fast).toBeCloseTo(1.47, 1)
  expect(give(cluster, { do: 'SetPlatform', platform: 2 }).accepted).toBe(false)
})

test('S13: sessions of platform 2 are served more slowly, and use more of what there is', () => {
  const used = ([4, 2] as const).map(platform => {
    const cluster = startV2({ serverless: { min: 2, platform }, sessions: 10, think: '50ms' })
    run(cluster, 3 * second)
    return of(cluster).need.cpu
  })
  expect(used[1]! / used[0]!).toBeGreaterThan(1.5)
})

test('S14: features hold capacity up, the highest one counts', () => {
  const features: V2Feature[] = ['performanceInsights', 'globalPrimary']
  const cluster = startV2({ serverless: { features } })
  run(cluster, 120 * second)
  expect(of(cluster)).toMatchObject({ reported: 8 * acu, binding: 'floor' })
  must(cluster, { do: 'SetFeature', feature: 'globalPrimary', isOn: false })
  run(cluster, 600 * second)
  expect(of(cluster).exact).toBeLessThan(8 * acu)
  expect(of(cluster).cluster).toMatchObject({ features: ['performanceInsights'], floor: 2 * acu })
})

const blockers: [V2Feature, 'mysql' | 'postgresql'][] = [
  ['binlogReplication', 'mysql'],
  ['logicalReplication', 'postgresql'],
  ['babelfish', 'postgresql'],
  ['zeroEtl', 'mysql'],
  ['globalSecondary', 'mysql'],
  ['proxy', 'mysql'],
]

test.each(blockers)('S14: %s keeps it awake, and is named', (feature, edition) => {
  const cluster = startV2({ edition, serverless: { features: [feature] } })
  run(cluster, 320 * second)
  expect(factsOf(cluster, 'PauseBlocked')[0]!.parameters.because).toEqual([feature])
  must(cluster, { do: 'SetFeature', feature, isOn: false })
  run(cluster, 20 * second)
  expect(of(cluster).state).toBe('paused')
})

test('S14: a patch of its engine keeps it awake', () => {
  const cluster = startV2()
  run(cluster, 298 * second)
  must(cluster, { do: 'InjectFault', fault: 'EnginePatch', target: 'w1' })
  run(cluster, 2 * second)
  expect(of(cluster)).toMatchObject({ state: 'active', blockers: ['patching'] })
  run(cluster, 20 * second)
  expect(of(cluster)).toMatchObject({ blockers: [] })
})

test('S14: replication keeps writer and tier 1 awake; tier 2 sleeps', () => {
  const cluster = startV2({
    serverless: { features: ['binlogReplication'] },
    instances: [
      { id: 'w1', az: 'b', class: 'serverless' },
      { id: 'r1', az: 'a', class: 'serverless', role: 'reader', tier: 1 },
      { id: 'r2', az: 'c', class: 'serverless', role: 'reader', tier: 2 },
    ],
  })
  run(cluster, 320 * second)
  const states = look(cluster).serverless!.instances.map(({ state }) => state)
  expect(states).toEqual(['active', 'active', 'paused'])
})

test('S14: a feature of the other edition, and both global roles, are refused', () => {
  const cluster = startV2({ serverless: { features: ['globalPrimary'] } })
  const wrong = [
    give(cluster, { do: 'SetFeature', feature: 'babelfish', isOn: true }),
    give(cluster, { do: 'SetFeature', feature: 'globalSecondary', isOn: true }),
  ]
  expect(wrong).toMatchObject([
    { reason: { key: 'reason.featureEdition' } },
    { reason: { key: 'reason.featureRole' } },
  ])
})

test('S15: a wrong password wakes it, and is shown as what woke it', () => {
  const cluster = asleep()
  must(cluster, { do: 'CallCluster', call: 'wrongPassword' })
  run(cluster, 16 * second)
  const [answered] = factsOf(cluster, 'CallAnswered')
  const [began] = factsOf(cluster, 'ResumeBegan')
  expect(began!.parameters.because).toBe('wrongPassword')
  expect(began!.cause).toBe(answered!.id)
  expect(of(cluster)).toMatchObject({ state: 'active', reported: 2 * acu })
})

test('S15: the Data API answers at once that it is resuming, and is served afterwards', () => {
  const cluster = asleep()
  must(cluster, { do: 'CallCluster', call: 'dataApi' })
  run(cluster, 16 * second)
  must(cluster, { do: 'CallCluster', call: 'dataApi' })
  expect(told(cluster, 'CallAnswered')).toMatchObject([
    { second: 320, answer: 'resuming' },
    { second: 336, answer: 'done' },
  ])
})

test.each(['parameterGroup', 'readLogs', 'clone', 'backtrack', 'upgrade'] as const)(
  'S15: %s wakes it for 20 minutes',
  call => {
    const cluster = asleep()
    must(cluster, { do: 'CallCluster', call })
    run(cluster, 1_200 * second)
    expect(told(cluster, 'ResumeBegan')).toMatchObject([{ because: call }])
    expect(factsOf(cluster, 'PauseBegan')).toHaveLength(1)
    run(cluster, 40 * second)
    expect(factsOf(cluster, 'PauseBegan')).toHaveLength(2)
  },
)

test('S15: a snapshot wakes nobody', () => {
  const cluster = asleep()
  must(cluster, { do: 'CallCluster', call: 'snapshot' })
  run(cluster, 60 * second)
  expect(of(cluster).state).toBe('paused')
})

test('S16: memory above the maximum for 60 s: it restarts, incompatible until relieved', () => {
  const cluster = startV2({
    edition: 'postgresql',
    serverless: { min: 0.5, max: 1 },
    demand: [[0, 0.2]],
    connections: 188,
    sessions: 1,
    think: '5s',
    rows: 200_000,
  })
  run(cluster, 30 * second)
  expect(of(cluster).need.memory).toBeGreaterThan(acu)
  expect(look(cluster).caption.key).toBe('serverless.short')
  run(cluster, 60 * second)
  expect(told(cluster, 'OutOfMemory')).toMatchObject([{ instance: 'w1', max: 1 }])
  expect(of(cluster).v2!.isIncompatible).toBe(true)
  must(cluster, { do: 'SetCapacityRange', min: 0.5, max: 4 })
  run(cluster, 60 * second)
  expect(factsOf(cluster, 'MemoryRelieved')).toHaveLength(1)
  expect(of(cluster).v2!.isIncompatible).toBe(false)
})

test('S16: tables larger than the cache of the maximum are no memory that runs out', () => {
  const parameters = { 'serverlessV2.poolShareMysql': 0.1 }
  const serverless = { min: 1, max: 1 }
  const cluster = startV2({ serverless, rows: 160_000, sessions: 1, think: '9s', parameters })
  run(cluster, 70 * second)
  expect(of(cluster).need.memory).toBeGreaterThan(acu)
  expect(factsOf(cluster, 'OutOfMemory')).toEqual([])
})

test('S21: of a burst at the wake as many are admitted as there is room for', () => {
  const cluster = asleep({ serverless: { min: 0, max: 1 }, think: '1s' })
  must(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 120 })
  run(cluster, 18 * second)
  const [shop] = look(cluster).applications
  expect(of(cluster)).toMatchObject({ connections: 90, maxConnections: 90 })
  expect(shop).toMatchObject({ reconnecting: 30, feels: 'retrying' })
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(0)
})

test('S4: a reader of tier 1 has half the GiB of its provisioned writer, one of tier 2 not', () => {
  const cluster = startV2({
    serverless: { min: 0.5, max: 32 },
    instances: [
      { id: 'w1', az: 'b', class: 'db.r6g.xlarge' },
      { id: 'r1', az: 'a', class: 'serverless', role: 'reader', tier: 1 },
      { id: 'r2', az: 'c', class: 'serverless', role: 'reader', tier: 2 },
    ],
  })
  run(cluster, 130 * second)
  const [near, far] = look(cluster).serverless!.instances
  expect([near!.reported, far!.reported]).toEqual([16 * acu, acu / 2])
})

test('S3: monitoring figures are of the maximum, and nothing is used asleep', () => {
  const cluster = startV2({ serverless: { min: 4, max: 16 }, demand: [[0, 2]] })
  run(cluster, 20 * second)
  const { v2, busyPpm } = of(cluster)
  expect(v2).toMatchObject({ acuUtilizationPpm: 250_000, cpuUtilizationPpm: 125_000 })
  expect(busyPpm).toBe(500_000)
  const pool = poolBytesAt(cluster.simulation.world, 4 * acu)
  expect(v2!.freeableBytes).toBe(16 * 2_048 * mib - pool - 10_000_000)
  const sleeping = asleep()
  expect(of(sleeping).v2).toMatchObject({ acuUtilizationPpm: 0, cpuUtilizationPpm: 0 })
})
