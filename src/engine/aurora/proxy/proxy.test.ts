/** Applications behind a proxy, and the loss of its writer. */
import { expect, test } from 'vitest'
import { frameOf } from '../frame/frameOf.ts'
import {
  type Cast,
  factsOf,
  give,
  heal,
  inject,
  run,
  startCluster,
} from '../../testing/startCluster.ts'

const second = 1_000_000
const brisk = { 'endpoint.proxySwitch': '100ms' }

function start(cast: Cast = {}) {
  const cluster = startCluster({ via: 'proxy', route: 'cluster', sessions: 12, ...cast })
  run(cluster, second)
  return cluster
}

function shopOf({ simulation }: ReturnType<typeof startCluster>) {
  return simulation.world.applications[0]!
}

test('F19: requests reach the writer by few connections, and each is answered once', () => {
  const parameters = { 'endpoint.proxyConnections': 2 }
  const cluster = start({ parameters, think: '1ms' })
  const { proxy } = cluster.simulation.world
  expect(proxy).toMatchObject({ opened: 2, busy: 2 })
  expect(proxy!.queue.length).toBeGreaterThan(0)
  const begun = factsOf(cluster, 'TransactionBegan').length
  expect(begun - shopOf(cluster).answered).toBeLessThanOrEqual(4)
  expect(shopOf(cluster).errors).toBe(0)
})

test('F20: what is under way when the writer dies is cut off, all else waits', () => {
  const cluster = start({ readers: 1, parameters: brisk })
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 10 * second)
  const [lost] = factsOf(cluster, 'ProxyLostWriter')
  const [found] = factsOf(cluster, 'ProxySwitched')
  expect(lost!.parameters.instance).toBe('w1')
  expect(found!.parameters).toMatchObject({ instance: 'r1', waiting: 12 })
  expect(shopOf(cluster).errorCounts).toEqual({ 2013: lost!.parameters.cut })
  expect(shopOf(cluster).lost).toBe(lost!.parameters.cut)
  const before = shopOf(cluster).answered
  run(cluster, second)
  expect(shopOf(cluster).answered).toBeGreaterThan(before + 100)
})

test('F20: it turns to the new writer without any name, before the name has moved', () => {
  const cluster = start({ readers: 1, parameters: brisk })
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 10 * second)
  const [promoted] = factsOf(cluster, 'ReaderPromoted')
  const [found] = factsOf(cluster, 'ProxySwitched')
  const [moved] = factsOf(cluster, 'EndpointMoved')
  expect(found!.at - promoted!.at).toBe(100_000)
  expect(moved!.at - promoted!.at).toBe(200_000)
})

test('F20: a zone that is out says nothing: the proxy notices after some heartbeats', () => {
  const cluster = start({ readers: 1, parameters: brisk, think: '20ms' })
  inject(cluster, 'AzOutage', 'az-b')
  run(cluster, 10 * second)
  const [lost] = factsOf(cluster, 'ProxyLostWriter')
  expect(lost!.at).toBe(second + 600_000)
  expect(lost!.parameters.cut).toBeGreaterThan(0)
  expect(factsOf(cluster, 'ProxySwitched')).toHaveLength(1)
})

test('F20: a writer that restarts in place is found again, and nobody is lost on the way', () => {
  const cluster = start({ parameters: brisk })
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, second)
  expect(
    frameOf(cluster.simulation.world, 0, cluster.simulation.context.mechanisms).proxy,
  ).toMatchObject({ phase: 'lost', waiting: 12, busy: 0 })
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 4 * second)
  expect(factsOf(cluster, 'ProxySwitched')).toMatchObject([{ parameters: { instance: 'w1' } }])
  expect(shopOf(cluster).answered).toBeGreaterThan(1000)
  expect(shopOf(cluster).downMicros).toBeGreaterThan(2 * second)
})

test('F19: what waits too long with the proxy is refused, and comes again', () => {
  const parameters = { ...brisk, 'endpoint.proxyBorrow': '1s' }
  const cluster = start({ parameters })
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 3 * second)
  const { queue } = cluster.simulation.world.proxy!
  for (const { since } of queue) expect(since).toBeGreaterThan(3 * second - 1000)
  expect(shopOf(cluster).errorCounts[2013]).toBeGreaterThan(24)
})

test('F19: sessions that are added go through it too', () => {
  const cluster = start()
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 30 })
  run(cluster, 100_000)
  const { proxy, applications } = cluster.simulation.world
  expect([...proxy!.clients[0]!.attempt]).toEqual([...applications[0]!.attempt])
  expect(proxy!.clients[0]!.attempt).toHaveLength(30)
})

test('F20: hints tell who waits with the proxy, and who is served before the name moves', () => {
  const cluster = start({ readers: 1, parameters: brisk })
  const keys = new Set<string>()
  inject(cluster, 'InstanceCrash', 'w1')
  for (let k = 0; k < 40; k++) {
    run(cluster, 50_000)
    const { world, context } = cluster.simulation
    const { hint } = frameOf(world, 0, context.mechanisms)
    if (hint.key.startsWith('proxy.')) keys.add(hint.key)
  }
  expect([...keys]).toEqual(['proxy.hint.waiting', 'proxy.hint.ahead'])
})

test('F19, W9: cut off from its proxy an application has answers again once that is mended', () => {
  const cluster = start({ parameters: { 'client.connectTimeout': '1s' } })
  inject(cluster, 'LinkCut', 'shop<>proxy')
  run(cluster, 3 * second)
  const before = shopOf(cluster).answered
  run(cluster, second)
  expect(shopOf(cluster).answered).toBe(before)
  heal(cluster, 'LinkCut', 'shop<>proxy')
  run(cluster, 3 * second)
  expect(shopOf(cluster).answered).toBeGreaterThan(before + 500)
  expect(cluster.simulation.world.proxy!.busy).toBeLessThanOrEqual(12)
})

test('F20: the chain of causes leads from the turn of a proxy back to the crash', () => {
  for (const fault of ['InstanceCrash', 'AzOutage'] as const) {
    const cluster = start({ readers: 1, parameters: brisk })
    inject(cluster, fault, fault === 'AzOutage' ? 'az-b' : 'w1')
    run(cluster, 5 * second)
    for (const key of ['ProxySwitched', 'ProxyLostWriter'] as const) {
      let fact = cluster.facts.find(its => its.fact === key)
      const chain: string[] = []
      while (fact) {
        chain.push(fact.fact)
        const { cause } = fact
        fact = cluster.facts.find(({ id }) => id === cause)
      }
      expect(chain).toContain('FaultInjected')
    }
  }
})
