/** A proxy in front of a serverless writer: whose connections count, and what keeps it awake. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { type Cluster, factsOf, give, inject, look, run } from '../../testing/startCluster.ts'
import { startV2, type V2Cast } from '../../testing/startV2.ts'

const second = 1_000_000
const acu = 1_000_000

function start(cast: V2Cast = {}): Cluster {
  return startV2({ via: 'proxy', sessions: 12, think: '100ms', ...cast })
}

function must(cluster: Cluster, command: Command): void {
  expect(give(cluster, command)).toEqual({ accepted: true })
}

function writerOf(cluster: Cluster) {
  return look(cluster).serverless!.instances[0]!
}

function shopOf({ simulation }: Cluster) {
  return simulation.world.applications[0]!
}

test('F19, S9: sessions hold connections with the proxy, which holds few to the writer', () => {
  const cluster = start({ parameters: { 'endpoint.proxyConnections': 3 }, think: '5ms' })
  run(cluster, 20 * second)
  expect(writerOf(cluster).connections).toBe(3)
  expect(look(cluster).proxy).toMatchObject({ opened: 3, most: 3, phase: 'open' })
  expect(shopOf(cluster).answered).toBeGreaterThan(1_000)
  expect(shopOf(cluster).errors).toBe(0)
})

test('S14: an idle proxy keeps its connections, and they keep an idle cluster awake', () => {
  const cluster = start()
  run(cluster, 10 * second)
  must(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 320 * second)
  const { state, blockers, connections } = writerOf(cluster)
  expect(connections).toBeGreaterThan(0)
  expect({ state, blockers }).toEqual({ state: 'active', blockers: ['userConnections', 'proxy'] })
  const { hint } = look(cluster)
  expect(hint!.key).toBe('serverless.hint.keptAwake')
  expect(hint!.parameters.because).toContain('proxy')
  expect(factsOf(cluster, 'PauseBlocked')[0]!.parameters.because).toContain('proxy')
})

test('S14: a proxy nobody has used yet keeps it awake as well, and no switch takes it away', () => {
  const cluster = start({ sessions: 0, serverless: { features: ['proxy'] } })
  run(cluster, 320 * second)
  expect(writerOf(cluster)).toMatchObject({ state: 'active', blockers: ['proxy'] })
  must(cluster, { do: 'SetFeature', feature: 'proxy', isOn: false })
  run(cluster, second)
  expect(writerOf(cluster).blockers).toEqual(['proxy'])
  expect(look(cluster).serverless!.v2!.offered).not.toContain('proxy')
})

test('S9: a proxy opens no more than its writer admits, and nobody is refused', () => {
  const cluster = start({
    edition: 'postgresql',
    serverless: { min: 0.5, max: 1 },
    parameters: { 'endpoint.proxyConnections': 1_000 },
    sessions: 400,
    think: '10ms',
  })
  run(cluster, 10 * second)
  const { maxConnections, connections } = writerOf(cluster)
  expect(maxConnections).toBeLessThan(400)
  expect(look(cluster).proxy!.most).toBe(maxConnections)
  expect(connections).toBeLessThanOrEqual(maxConnections)
  expect(shopOf(cluster).errors).toBe(0)
})

test('S20: while it grows no request through the proxy is lost', () => {
  const cluster = start({
    sessions: 4,
    think: '500ms',
    demand: [
      [0, 0],
      [20, 0],
      [40, 8],
      [200, 8],
    ],
  })
  run(cluster, 200 * second)
  expect(writerOf(cluster).reported).toBeGreaterThan(4 * acu)
  expect(shopOf(cluster).errors).toBe(0)
  expect(cluster.simulation.broken).toBeNull()
})

test('F20, S19: a stopped cluster is lost to the proxy, and found when it has started', () => {
  const cluster = start()
  run(cluster, 5 * second)
  must(cluster, { do: 'StopCluster' })
  run(cluster, 5 * second)
  expect(look(cluster).proxy).toMatchObject({ phase: 'lost', opened: 0, waiting: 12 })
  expect(writerOf(cluster).connections).toBe(0)
  must(cluster, { do: 'StartCluster' })
  run(cluster, 569 * second)
  const before = shopOf(cluster).answered
  run(cluster, 10 * second)
  expect(look(cluster).proxy).toMatchObject({ phase: 'open', writer: 'w1' })
  expect(shopOf(cluster).answered).toBeGreaterThan(before + 100)
  expect(shopOf(cluster).errorCounts).not.toHaveProperty('2003')
})

test('F20: the proxy leads to the reader that takes over from a lost serverless writer', () => {
  const instances: V2Cast['instances'] = [
    { id: 'w1', az: 'b', class: 'serverless' },
    { id: 'r1', az: 'a', class: 'serverless', role: 'reader', tier: 1 },
  ]
  const cluster = start({ instances })
  run(cluster, 5 * second)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 60 * second)
  expect(look(cluster).proxy).toMatchObject({ phase: 'open', writer: 'r1' })
  const reader = look(cluster).serverless!.instances[1]!
  expect(reader).toMatchObject({ state: 'active', connections: look(cluster).proxy!.opened })
  expect(cluster.simulation.broken).toBeNull()
})
