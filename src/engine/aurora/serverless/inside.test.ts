/** Serverless v2 inside and as a whole: live migration off a hot host, stop and start. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { type Cluster, factsOf, give, look, run } from '../../testing/startCluster.ts'
import { told } from '../../testing/startV1.ts'
import { startV2 } from '../../testing/startV2.ts'

const second = 1_000_000
const acu = 1_000_000

function of(cluster: Cluster) {
  const serverless = look(cluster).serverless!
  return { ...serverless.instances[0]!, cluster: serverless.v2! }
}

function must(cluster: Cluster, command: Command): void {
  expect(give(cluster, command)).toEqual({ accepted: true })
}

test('S22: a hot host moves the instance live: frozen for 30 s, nobody loses a connection', () => {
  const cluster = startV2({ demand: [[0, 6]], sessions: 5, serverless: { min: 1 } })
  run(cluster, 20 * second)
  must(cluster, { do: 'SetNeighbours', instance: 'w1', acu: 101 })
  run(cluster, 5 * second)
  const [began] = factsOf(cluster, 'MigrationBegan')
  expect(began!.parameters).toMatchObject({ from: 'b-host-1', to: 'b-host-2', because: 'heat' })
  const limit = began!.parameters.acu + 0.5
  run(cluster, 20 * second)
  expect(of(cluster).exact).toBeLessThanOrEqual(limit * acu)
  expect(look(cluster).caption.key).toBe('serverless.migrating')
  run(cluster, 60 * second)
  expect(told(cluster, 'InstanceMigrated')).toMatchObject([
    { to: 'b-host-2', tookMicros: 30 * second },
  ])
  expect(of(cluster).exact).toBeGreaterThan(limit * acu)
  expect(factsOf(cluster, 'ConnectionLost')).toEqual([])
})

test('S22: with a probability of one every scale-up needs a move', () => {
  const cluster = startV2({
    demand: [[0, 6]],
    parameters: { 'serverlessV2.inside': 1, 'serverlessV2.migrationProbability': 1 },
  })
  run(cluster, 40 * second)
  expect(told(cluster, 'MigrationBegan')).toMatchObject([{ because: 'chance' }])
  expect(of(cluster).cluster.hosts).toHaveLength(3)
})

test('S19: a stopped cluster refuses, costs no compute, and needs 570 s to start', () => {
  const cluster = startV2({ sessions: 3, serverless: { min: 1 } })
  run(cluster, 10 * second)
  must(cluster, { do: 'StopCluster' })
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'ClusterStopped')).toHaveLength(1)
  expect(look(cluster).caption.key).toBe('serverless.stopped')
  const { microAcuSeconds } = look(cluster).serverless!.meter
  run(cluster, 60 * second)
  expect(look(cluster).serverless!.meter.microAcuSeconds).toBe(microAcuSeconds)
  expect(look(cluster).applications[0]!.reconnecting).toBe(3)
  expect(give(cluster, { do: 'StopCluster' }).accepted).toBe(false)
  must(cluster, { do: 'CallCluster', call: 'wrongPassword' })
  must(cluster, { do: 'StartCluster' })
  run(cluster, 569 * second)
  expect(of(cluster).reported).toBe(0)
  const { committed } = cluster.simulation.world.totals
  run(cluster, 10 * second)
  expect(told(cluster, 'ClusterStarted')).toMatchObject([{ tookMicros: 570 * second }])
  expect(told(cluster, 'CallAnswered')).toMatchObject([{ answer: 'stopped' }])
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(committed)
})

test('S19: an open transaction of a console ends with the cluster', () => {
  const cluster = startV2({
    serverless: { min: 1 },
    script: [
      { at: '5s', do: 'RunSql', session: 'clerk', on: 'w1', text: 'begin' },
      {
        at: '6s',
        do: 'RunSql',
        session: 'clerk',
        text: 'update account set balance = 1 where id = 5',
      },
    ],
  })
  run(cluster, 10 * second)
  must(cluster, { do: 'StopCluster' })
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'ClusterStopped')).toHaveLength(1)
})

test('S19: a zone that is lost and comes back meanwhile leaves the cluster stopped', () => {
  const cluster = startV2({ serverless: { min: 1 }, sessions: 1, think: '5s' })
  run(cluster, 10 * second)
  must(cluster, { do: 'StopCluster' })
  run(cluster, 20 * second)
  must(cluster, { do: 'InjectFault', fault: 'AzOutage', target: 'az-b' })
  run(cluster, 20 * second)
  must(cluster, { do: 'HealFault', fault: 'AzOutage', target: 'az-b' })
  const { microAcuSeconds } = look(cluster).serverless!.meter
  run(cluster, 60 * second)
  expect(look(cluster).caption.key).toBe('serverless.stopped')
  expect(look(cluster).serverless!.meter.microAcuSeconds).toBe(microAcuSeconds)
  must(cluster, { do: 'StartCluster' })
  run(cluster, 580 * second)
  expect(of(cluster)).toMatchObject({ state: 'active', cluster: { stop: null } })
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(1)
})
