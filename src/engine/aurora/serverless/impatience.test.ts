/** A client whose patience is shorter than the resume fails first and then succeeds. */
import { expect, test } from 'vitest'
import { factsOf, give, look, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'

const second = 1_000_000

function called(connectTimeout: string) {
  const cluster = startElastic({ parameters: { 'client.connectTimeout': connectTimeout } })
  run(cluster, 400 * second)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 2 })
  run(cluster, 13 * second)
  return cluster
}

test('S8: it waits 10 s for a resume of 15: 2003 first, told once, then an answer', () => {
  const cluster = called('10s')
  const [failed, ...more] = factsOf(cluster, 'FirstTryFailed')
  expect(more).toEqual([])
  expect(failed!.parameters).toMatchObject({ application: 'shop', waitedMicros: 10 * second })
  expect(failed!.cause).toBe(factsOf(cluster, 'ResumeBegan')[0]!.id)
  const [shop] = look(cluster).applications
  expect(shop).toMatchObject({ lastError: { code: 2003 } })
  expect(look(cluster).caption.key).toBe('serverless.wakingTooSlow')
  run(cluster, 20 * second)
  expect(cluster.simulation.world.applications[0]!.answered).toBeGreaterThan(20)
  expect(cluster.simulation.world.applications[0]).toMatchObject({ lost: 0 })
})

test('S8: a request that was given up is not served when it wakes', () => {
  const cluster = called('10s')
  const { world } = cluster.simulation
  const waiting = world.serverless!.capacities[0]!.waiting.length
  expect(waiting).toBeGreaterThan(2)
  expect(look(cluster).serverless!.instances[0]!.waking).toBe(2)
  run(cluster, 4 * second)
  const begun = factsOf(cluster, 'TransactionBegan').filter(({ at }) => at < world.now)
  const sessions = begun.map(({ parameters }) => parameters.session)
  expect(world.totals.committed).toBe(world.applications[0]!.answered)
  expect(new Set(sessions).size).toBe(2)
})

test('S8: who waits 30 s sees no error', () => {
  const cluster = called('30s')
  run(cluster, 10 * second)
  expect(factsOf(cluster, 'FirstTryFailed')).toEqual([])
  expect(cluster.simulation.world.applications[0]!.errors).toBe(0)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(2)
})
