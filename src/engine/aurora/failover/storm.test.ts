/** All connections are lost at once, and come back. */
import { expect, test } from 'vitest'
import { availabilityOf } from '../status/availabilityOf.ts'
import { type Cast, factsOf, heal, inject, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000

/** The writer dies at one second, and the reader takes over. */
function lose(parameters: Record<string, string | number>, cast: Cast = {}) {
  const plain = { 'network.jitter': 0, ...parameters }
  const route = 'cluster' as const
  const cluster = startCluster({
    readers: 1,
    route,
    sessions: 400,
    think: '400ms',
    ...cast,
    parameters: plain,
  })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  return cluster
}

function recoveryOf({ simulation }: ReturnType<typeof startCluster>) {
  return availabilityOf(simulation.world).applications[0]!.recovery!
}

test('W11: an application is over a loss after the first second with nine tenths of before', () => {
  const cluster = lose({ 'client.connectCpu': '0ms' })
  run(cluster, 1.5 * second)
  expect(recoveryOf(cluster)).toMatchObject({ at: second + 250, tookMicros: null })
  expect(recoveryOf(cluster).pacePpm / 1_000_000).toBeGreaterThan(900)
  run(cluster, 5 * second)
  expect(recoveryOf(cluster).tookMicros).toBe(4 * second)
})

test('W12: the more CPU a connection takes, the longer a storm of them lasts', () => {
  const after = ['0ms', '1ms', '20ms'].map(connectCpu => {
    const cluster = lose({ 'client.connectCpu': connectCpu })
    run(cluster, 14 * second)
    return recoveryOf(cluster).tookMicros!
  })
  expect(after[0]).toBeLessThanOrEqual(after[1]!)
  expect(after[2]).toBeGreaterThan(after[1]! + second)
})

test('W10, W12: without jitter all try in step; with it they spread', () => {
  const most = [1, 0].map(jitter => {
    const cluster = lose({ 'client.retryJitter': jitter }, { think: '1ms' })
    run(cluster, 5 * second)
    const begun = new Map<number, number>()
    for (const { at } of factsOf(cluster, 'TransactionBegan')) {
      const slice = Math.floor(at / 10_000)
      if (at > second) begun.set(slice, (begun.get(slice) ?? 0) + 1)
    }
    return Math.max(...begun.values())
  })
  expect(most[1]!).toBeGreaterThan(3 * most[0]!)
})

test('W12, F19: behind a proxy a storm is as large as its connections', () => {
  const cluster = lose(
    { 'client.connectCpu': '20ms', 'endpoint.proxySwitch': '0s' },
    { via: 'proxy' },
  )
  run(cluster, 14 * second)
  expect(cluster.simulation.world.proxy!.opened).toBeLessThanOrEqual(20)
  const direct = lose({ 'client.connectCpu': '20ms' })
  run(direct, 14 * second)
  expect(recoveryOf(cluster).tookMicros!).toBeLessThan(recoveryOf(direct).tookMicros!)
})

test('W9, W10, F9: errors that clients see on the way: 2013, 2003, and 1290 at a reader', () => {
  const cluster = lose({}, { sessions: 20, think: '10ms' })
  cluster.simulation.world.parameters['endpoint.dnsTtl'] = 6 * second
  run(cluster, 700_000)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 12 * second)
  const { errorCounts } = cluster.simulation.world.applications[0]!
  expect(Object.keys(errorCounts)).toEqual(['1290', '2003', '2013'])
  expect(errorCounts[1290]).toBeGreaterThan(20)
  expect(cluster.simulation.world.instances[0]!.role).toBe('reader')
})
