/**
 * Serverless v2: the writer or its zone is lost in each state that it may be in, alone or beside a
 * reader that grows and sleeps with it; a storm of callers at its wake; and no host to be had. The
 * laws stay quiet and the clients come back.
 */
import { expect, test } from 'vitest'
import type { FaultKind } from '../../contract/faults.ts'
import {
  type Cluster,
  factsOf,
  give,
  heal,
  inject,
  run,
  sweep,
} from '../../testing/startCluster.ts'
import { type Elastic, startElastic } from '../../testing/startElastic.ts'

const second = 1_000_000

const pair = [
  { id: 'w1', az: 'b', class: 'serverless' },
  { id: 'r1', az: 'c', class: 'serverless', role: 'reader', tier: 1 },
] as NonNullable<Elastic['instances']>

function setSessions(cluster: Cluster, sessions: number): void {
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions })
}

/** Brings it into its state; when sessions are there again after the loss. */
const states: Record<string, { seconds: number; level: number; isCalled?: true }> = {
  active: { seconds: 20, level: 0.3 },
  rising: { seconds: 20, level: 12 },
  pausing: { seconds: 298, level: 0 },
  paused: { seconds: 330, level: 0 },
  resuming: { seconds: 330, level: 0, isCalled: true },
}

function clusterIn(name: string, instances?: Elastic['instances']): Cluster {
  const { seconds, level, isCalled } = states[name]!
  const parameters = { 'failover.withoutReplica': '60s' } as const
  const more = instances ? { instances, on: 'cluster' as const } : {}
  const cluster = startElastic({ level, sessions: level > 0 ? 2 : 0, parameters, ...more })
  run(cluster, seconds * second)
  if (isCalled) setSessions(cluster, 2)
  run(cluster, 5 * second)
  const { state } = cluster.simulation.world.serverless!.capacities[0]!
  expect(state).toBe(name === 'rising' ? 'active' : name)
  return cluster
}

function expectBack(cluster: Cluster, seconds: number): void {
  setSessions(cluster, 2)
  run(cluster, seconds * second)
  const { totals } = cluster.simulation.world
  const before = totals.committed
  run(cluster, 3 * second)
  expect(totals.committed).toBeGreaterThan(before + 10)
  expect(sweep(cluster)).toBeNull()
}

const losses: [fault: FaultKind, target: string][] = [
  ['InstanceCrash', 'w1'],
  ['AzOutage', 'az-b'],
]

const cases = Object.keys(states).flatMap(state =>
  losses.map(([fault, target]) => [state, fault, target] as const),
)

test.each(cases)('S8, S10, F16: alone, %s, %s: its clients are back', (state, fault, target) => {
  const cluster = clusterIn(state)
  inject(cluster, fault, target)
  run(cluster, 10 * second)
  if (fault === 'AzOutage') heal(cluster, fault, target)
  expectBack(cluster, 80)
})

test.each(cases)('S4, S8, F4: beside a reader, %s, %s: it takes over', (state, fault, target) => {
  const cluster = clusterIn(state, pair)
  inject(cluster, fault, target)
  expectBack(cluster, 70)
  expect(factsOf(cluster, 'ReaderPromoted').length).toBeLessThanOrEqual(1)
})

test('S9: a storm of callers at wake: as many as the maximum admits, the rest refused', () => {
  const cluster = startElastic({ max: 1, level: 0 })
  run(cluster, 330 * second)
  setSessions(cluster, 130)
  run(cluster, 25 * second)
  const { world } = cluster.simulation
  const [shop] = world.applications
  expect(world.serverless!.capacities[0]!.maxConnections).toBe(90)
  expect(shop!.errorCounts[1040]).toBeGreaterThanOrEqual(40)
  const { committed } = world.totals
  run(cluster, second)
  expect(world.totals.committed).toBeGreaterThan(committed)
})

test('F16: without a host in its zone a lost writer waits until there is one', () => {
  const cluster = clusterIn('active')
  inject(cluster, 'NoCapacity', 'az-b')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 100 * second)
  expect(factsOf(cluster, 'InstanceRecreated')).toEqual([])
  heal(cluster, 'NoCapacity', 'az-b')
  expectBack(cluster, 30)
  expect(factsOf(cluster, 'InstanceRecreated')).toHaveLength(1)
})
