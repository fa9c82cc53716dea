/** Serverless v1 from outside: the rules of its chapter, told by its facts. */
import { expect, test } from 'vitest'
import type { Scenario } from '../../contract/scenario.ts'
import { brokenWithin, look, run } from '../../testing/startCluster.ts'
import { startV1, told } from '../../testing/startV1.ts'
import { owedMicros } from './activation.ts'

const second = 1_000_000

type Script = NonNullable<Scenario['script']>

function upTo(cluster: ReturnType<typeof startV1>, at: number): void {
  run(cluster, at * second - cluster.simulation.world.now)
}

/** A clerk begins a transaction and does not end it. */
const clerk: Script = [
  { at: '30s', do: 'RunSql', session: 'clerk', on: 'w1', text: 'begin' },
  {
    at: '31s',
    do: 'RunSql',
    session: 'clerk',
    text: 'update account set balance = 1 where id = 5',
  },
]

function steps(cluster: ReturnType<typeof startV1>): [number, number][] {
  return told(cluster, 'CapacityChanged').map(({ second: at, acu }) => [Number(at), Number(acu)])
}

test('E1, E3, E5, E8: a step at a time, 60 s of means, 15 s of attaching, 1 s of stall', () => {
  const cluster = startV1({ demand: [[0, 12]] })
  upTo(cluster, 400)
  expect(steps(cluster)).toEqual([
    [76, 4],
    [152, 8],
    [228, 16],
  ])
})

test('E1: PostgreSQL goes from 64 to 192', () => {
  const serverless = { min: 64, max: 384 }
  const cluster = startV1({ edition: 'postgresql', serverless, demand: [[0, 100]] })
  upTo(cluster, 100)
  expect(steps(cluster)).toEqual([[76, 192]])
})

test('E4: after a step up none down for 900 s, after one down none for 310 s', () => {
  const cluster = startV1({
    demand: [
      [0, 12],
      [240, 12],
      [241, 0.4],
    ],
  })
  upTo(cluster, 2_000)
  const [, , up, first, next] = steps(cluster)
  expect(up).toEqual([228, 16])
  expect(first![1]).toBe(8)
  expect(first![0]).toBeGreaterThanOrEqual(228 + 900)
  expect(first![0]).toBeLessThanOrEqual(228 + 900 + 76)
  expect(next![1]).toBe(4)
  expect(next![0] - first![0]).toBeGreaterThanOrEqual(310)
})

test('E4: by the rules of 2018 a step up waits for 180 s', () => {
  const parameters = { 'serverlessV1.launchRules': 1 }
  const cluster = startV1({ demand: [[0, 12]], parameters })
  upTo(cluster, 400)
  const [first, next] = steps(cluster)
  expect(first).toEqual([76, 4])
  expect(next![0]).toBeGreaterThanOrEqual(76 + 180)
})

test('E8: all sessions stay, the cache is cold and the uptime begins anew', () => {
  const cluster = startV1({ demand: [[0, 2.5]], sessions: 3 })
  const { world } = cluster.simulation
  upTo(cluster, 75)
  const { used: before } = world.instances[0]!.memory.pool
  upTo(cluster, 76)
  expect(world.serverless!.v1!.uptimeSince).toBe(76 * second)
  expect(world.instances[0]!.memory.pool.used).toBeLessThan(before)
  upTo(cluster, 100)
  expect(told(cluster, 'ConnectionLost')).toEqual([])
  expect(steps(cluster)).toEqual([[76, 4]])
})

test('E3, E9: connections above 90 % of what the present capacity admits want a step', () => {
  const cluster = startV1({ demand: [[0, 0.1]], connections: 170 })
  const [capacity] = cluster.simulation.world.serverless!.capacities
  expect(capacity!.maxConnections).toBe(180)
  upTo(cluster, 80)
  expect(told(cluster, 'SearchBegan')).toMatchObject([{ because: 'connections', acu: 4 }])
  expect(capacity!.maxConnections).toBe(270)
})

test('E9: a connection that is older than a day is closed at its next request', () => {
  const cluster = startV1({ sessions: 1 })
  upTo(cluster, 10)
  const { connectedAt } = cluster.simulation.world.serverless!.v1!
  connectedAt[0]![0] = -86_400 * second
  upTo(cluster, 20)
  expect(told(cluster, 'ConnectionLost')).toHaveLength(1)
  expect(connectedAt[0]![0]).toBeGreaterThan(10 * second)
})

test('E10, E11: asleep after 300 s; the first try fails, and it is back with what it had', () => {
  const script: Script = [
    { at: '100s', do: 'SetWorkload', workload: 'shop', sessions: 0 },
    { at: '500s', do: 'SetWorkload', workload: 'shop', sessions: 2 },
  ]
  const demand: [number, number][] = [
    [0, 3],
    [99, 3],
    [100, 0],
  ]
  const cluster = startV1({ demand, sessions: 1, script })
  const { world } = cluster.simulation
  upTo(cluster, 450)
  expect(told(cluster, 'InstancePaused')).toMatchObject([{ acu: 4 }])
  expect(Number(told(cluster, 'InstancePaused')[0]!.second)).toBeGreaterThanOrEqual(399)
  expect(world.serverless!.capacities[0]).toMatchObject({ reported: 0, maxConnections: 90 })
  upTo(cluster, 560)
  expect(told(cluster, 'FirstTryFailed')).toHaveLength(1)
  expect(told(cluster, 'InstanceResumed')).toMatchObject([{ acu: 4, tookMicros: 30 * second }])
  expect(world.applications[0]!.errorCounts[2003]).toBe(2)
  expect(world.applications[0]!.lost).toBe(0)
})

test('E10: a pause wins over a search', () => {
  const script: Script = [{ at: '290s', do: 'BeginMaintenance' }]
  const cluster = startV1({ script })
  upTo(cluster, 310)
  expect(told(cluster, 'SearchEnded')).toMatchObject([{ action: 'abandon' }])
  expect(cluster.simulation.world.serverless!.v1!.state).toBe('paused')
})

test('E10: without pauseAfter it never sleeps', () => {
  const cluster = startV1({ serverless: { pauseAfter: null } })
  upTo(cluster, 1_000)
  expect(told(cluster, 'InstancePaused')).toEqual([])
})

test('E11: after more than seven days the resume takes 300 s', () => {
  const script: Script = [{ at: '400s', do: 'SetWorkload', workload: 'shop', sessions: 1 }]
  const cluster = startV1({ script })
  upTo(cluster, 350)
  cluster.simulation.world.serverless!.v1!.since -= 604_800 * second
  upTo(cluster, 800)
  expect(told(cluster, 'InstanceResumed')).toHaveLength(1)
  expect(cluster.simulation.world.serverless!.v1!.uptimeSince).toBeGreaterThan(700 * second)
})

test.each([
  [0, 100 + 180],
  [1, 100 + 600],
])(
  'E12: a lost zone: re-created in another one, capacity kept (no capacity: %i)',
  (short, until) => {
    const script: Script = [{ at: '100s', do: 'InjectFault', fault: 'AzOutage', target: 'az-b' }]
    const parameters = { 'serverlessV1.noCapacity': short }
    const cluster = startV1({ demand: [[0, 2.5]], sessions: 2, script, parameters })
    const { world } = cluster.simulation
    upTo(cluster, until - 10)
    expect(world.serverless!.v1!.state).toBe('recreating')
    expect(world.serverless!.capacities[0]!.reported).toBe(0)
    upTo(cluster, until + 5)
    expect(world.zones[world.instances[0]!.zone]!.id).not.toBe('az-b')
    expect(world.serverless!.v1).toMatchObject({ state: 'running', current: 4_000_000 })
  },
)

test('E13: an operator sets a listed capacity, with a time of its own', () => {
  const script: Script = [
    { at: '10s', do: 'SetCapacity', acu: 8, timeout: '10s' },
    { at: '40s', do: 'SetCapacity', acu: 3 },
    { at: '41s', do: 'SetCapacity', acu: 4, timeout: '700s' },
    { at: '42s', do: 'SetCapacity', acu: 8 },
    { at: '43s', do: 'SetCapacityRange', min: 3, max: 8 },
  ]
  const cluster = startV1({ script })
  upTo(cluster, 45)
  expect(steps(cluster)).toEqual([[26, 8]])
  const refused = told(cluster, 'CommandRefused').map(
    ({ reason }) => (reason as { key: string }).key,
  )
  expect(refused).toEqual([
    'reason.noStep',
    'reason.searchTime',
    'reason.sameCapacity',
    'reason.noStepRange',
  ])
  expect(told(cluster, 'CommandRefused').at(-1)!.reason).toMatchObject({
    parameters: { edition: 'MySQL', allowed: '1, 2, 4, 8, 16, 32, 64, 128, 256' },
  })
})

test('E14: maintenance swaps the instance at the same capacity', () => {
  const cluster = startV1({ script: [{ at: '10s', do: 'BeginMaintenance' }] })
  upTo(cluster, 30)
  expect(told(cluster, 'ScalingPointFound')).toMatchObject([{ acu: 2 }])
  expect(cluster.simulation.world.serverless!.v1!.switches).toBe(1)
})

test('E15: nothing is billed while paused, and the first five minutes at least', () => {
  const cluster = startV1()
  const { world } = cluster.simulation
  upTo(cluster, 90)
  expect(owedMicros(world.serverless!.v1!, world)).toBe(210 * second)
  expect(look(cluster).serverless!.meter.compute).toBe('0.01')
  upTo(cluster, 400)
  const billed = world.serverless!.meter.microAcuSeconds
  upTo(cluster, 500)
  expect(world.serverless!.meter.microAcuSeconds).toBe(billed)
  expect(billed).toBe(300 * 2_000_000)
})

test('E16, E17, E18: the laws hold through steps, a forced change, sleep and a lost zone', () => {
  const serverless = { onTimeout: 'force', timeout: '60s' } as const
  const script: Script = [
    ...clerk,
    { at: '400s', do: 'InjectFault', fault: 'AzOutage', target: 'az-b' },
    { at: '700s', do: 'SetWorkload', workload: 'shop', sessions: 0 },
  ]
  const demand: [number, number][] = [
    [0, 12],
    [600, 12],
    [601, 0],
  ]
  const cluster = startV1({ demand, sessions: 3, script, serverless })
  expect(brokenWithin(cluster, 1_500 * second)).toBeNull()
})
