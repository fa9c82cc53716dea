/**
 * Serverless v1: the instance or its zone is lost, or there is no capacity, in each state that it
 * may be in. The laws stay quiet, no data is lost, and the clients come back.
 */
import { expect, test } from 'vitest'
import type { Scenario } from '../../contract/scenario.ts'
import { brokenWithin, type Cluster, look, run } from '../../testing/startCluster.ts'
import { startV1, told } from '../../testing/startV1.ts'

const second = 1_000_000

type Script = NonNullable<Scenario['script']>

const asleep: Script = [
  { at: '1s', do: 'SetWorkload', workload: 'shop', sessions: 0 },
  { at: '330s', do: 'SetWorkload', workload: 'shop', sessions: 2 },
]

/** Where to find it in each state: what leads there, and the second at which it is in it. */
const states = {
  running: { at: 20, demand: [[0, 1]], script: [] },
  searching: { at: 70, demand: [[0, 2.5]], script: [] },
  switching: { at: 75.5, demand: [[0, 2.5]], script: [] },
  paused: { at: 310, demand: [], script: asleep },
  resuming: { at: 335, demand: [], script: asleep },
} as const satisfies Record<string, { at: number; demand: [number, number][]; script: Script }>

const faults = [
  ['InstanceCrash', 'w1'],
  ['AzOutage', 'az-b'],
] as const

const pairs = Object.keys(states).flatMap(state =>
  faults.map(([fault, target]) => [state as keyof typeof states, fault, target] as const),
)

function commits(cluster: Cluster): number {
  return told(cluster, 'TransactionCommitted').length
}

test.each(pairs)('E12, E16, E18: %s, %s: re-created, and all clients are back', (...pair) => {
  const [state, fault, target] = pair
  const { at, demand, script } = states[state]
  const loss = { at: `${at}s`, do: 'InjectFault', fault, target } as const
  const parameters = { 'serverlessV1.recreate': '60s' }
  const order = [...script, loss].sort((one, other) => parseFloat(one.at) - parseFloat(other.at))
  const cluster = startV1({ demand: [...demand], sessions: 2, script: order, parameters })
  const { world } = cluster.simulation
  run(cluster, at * second - 1)
  expect(world.serverless!.v1!.state).toBe(state)
  run(cluster, second)
  expect(world.serverless!.v1!.state).toBe('recreating')
  expect(brokenWithin(cluster, 100 * second)).toBeNull()
  expect(world.serverless!.v1).toMatchObject({ state: 'running', held: [] })
  const before = commits(cluster)
  run(cluster, 5 * second)
  expect(commits(cluster)).toBeGreaterThan(before + 5)
})

const full = (zone: string, at: string) =>
  ({ at, do: 'InjectFault', fault: 'NoCapacity', target: zone }) as const

test('E12: no other zone has capacity: 600 s, and not before one has', () => {
  const script: Script = [
    full('az-a', '1s'),
    full('az-c', '2s'),
    { at: '20s', do: 'InjectFault', fault: 'AzOutage', target: 'az-b' },
    { at: '700s', do: 'HealFault', fault: 'NoCapacity', target: 'az-c' },
  ]
  const cluster = startV1({ sessions: 2, script })
  expect(brokenWithin(cluster, 699 * second)).toBeNull()
  expect(told(cluster, 'RecreationBegan')).toMatchObject([{ takesMicros: 600 * second }])
  expect(cluster.simulation.world.serverless!.v1!.state).toBe('recreating')
  expect(look(cluster).caption.key).toBe('serverlessV1.noHosts')
  expect(brokenWithin(cluster, 30 * second)).toBeNull()
  const { world } = cluster.simulation
  expect(world.serverless!.v1!.state).toBe('running')
  expect(world.zones[world.instances[0]!.zone]!.id).toBe('az-c')
})

test('E5, E6: an empty pool attaches nothing, and even a forced change is rolled back', () => {
  const serverless = { onTimeout: 'force', timeout: '60s' } as const
  const cluster = startV1({ demand: [[0, 3]], serverless, script: [full('az-b', '10s')] })
  expect(brokenWithin(cluster, 100 * second)).toBeNull()
  expect(look(cluster).caption.key).toBe('serverlessV1.emptyPool')
  expect(brokenWithin(cluster, 30 * second)).toBeNull()
  expect(told(cluster, 'SearchEnded')).toMatchObject([{ action: 'rollback', acu: 2 }])
  expect(told(cluster, 'ScalingPointFound')).toEqual([])
})

test('E12: without capacity in its zone a resume takes as long as a re-creation', () => {
  const script: Script = [full('az-b', '100s'), ...asleep]
  const cluster = startV1({ sessions: 1, script: script.sort(byTime) })
  expect(brokenWithin(cluster, 940 * second)).toBeNull()
  expect(told(cluster, 'InstanceResumed')).toMatchObject([{ tookMicros: 600 * second }])
  expect(commits(cluster)).toBeGreaterThan(3)
})

function byTime(one: Script[number], other: Script[number]): number {
  return parseFloat(one.at) - parseFloat(other.at)
}

test('E9, E11: a storm of callers at wake: 90 are admitted, the rest refused', () => {
  const script: Script = [
    { at: '1s', do: 'SetWorkload', workload: 'shop', sessions: 0 },
    { at: '400s', do: 'SetWorkload', workload: 'shop', sessions: 130 },
  ]
  const serverless = { min: 1, max: 1, pauseAfter: '300s' }
  const parameters = { 'client.connectTimeout': '60s' }
  const cluster = startV1({ sessions: 1, script, serverless, parameters })
  expect(brokenWithin(cluster, 436 * second)).toBeNull()
  const { world } = cluster.simulation
  expect(world.serverless!.capacities[0]!.maxConnections).toBe(90)
  expect(world.applications[0]!.errorCounts[1040]).toBeGreaterThanOrEqual(40)
  const before = commits(cluster)
  run(cluster, 2 * second)
  expect(commits(cluster)).toBeGreaterThan(before)
})
