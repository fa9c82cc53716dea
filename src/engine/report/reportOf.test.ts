/** A report says what a run came to, and agrees with the frame and the facts. */
import { expect, test } from 'vitest'
import { laws } from '../checkers/catalogue.ts'
import { digest } from '../digest.ts'
import { type Cluster, factsOf, inject, look, run, startCluster } from '../testing/startCluster.ts'
import { reportOf } from './reportOf.ts'

function report({ simulation }: Cluster) {
  return reportOf(simulation.world, {
    digest: digest(simulation),
    watched: simulation.watched,
    capacity: [],
    broken: [],
    expectations: [],
  })
}

test('a run in numbers', () => {
  const cluster = startCluster({ groups: 2 })
  run(cluster, 1_000_000)
  inject(cluster, 'NodeCrash', 'node-a1')
  inject(cluster, 'LinkCut', 'w1<>node-b1')
  run(cluster, 500_000)
  const frame = look(cluster)
  const { volume, transactions, instances, availability, laws: checked, at } = report(cluster)
  const committed = factsOf(cluster, 'TransactionCommitted')
  expect(at).toBe(1_500_000)
  expect(transactions).toMatchObject({ committed: committed.length, unknown: 0 })
  expect(volume).toMatchObject({ epoch: 1, vdl: frame.volume.vdl, vcl: frame.volume.vcl })
  expect(volume.groups[0]!.segments.map(({ state }) => state)).toEqual([
    'down',
    'up',
    'unreachable',
    'up',
    'up',
    'up',
  ])
  expect(availability).toMatchObject({ writeMicros: 1_500_000, readMicros: 1_500_000 })
  expect(checked.checked).toEqual(cluster.simulation.watched.map(({ id }) => id))
  expect(checked.checked).toEqual(expect.arrayContaining(laws.map(({ id }) => id)))
  const latencies = committed.map(({ parameters }) => parameters.latencyMicros)
  latencies.sort((one, other) => one - other)
  const median = latencies[Math.floor(latencies.length / 2)]!
  expect(instances[0]!.latencyP50Micros).toBeGreaterThan(median * 0.9)
  expect(instances[0]!.latencyP50Micros).toBeLessThan(median * 1.1)
  expect(instances[0]!.latencyP99Micros).toBeGreaterThan(instances[0]!.latencyP50Micros)
})

test('clients whose connection broke have an unknown outcome and a time without service', () => {
  const cluster = startCluster({ sessions: 10, think: '500us' })
  run(cluster, 200_000)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 500_000)
  const { transactions, availability, instances } = report(cluster)
  const interrupted = factsOf(cluster, 'ConnectionLost').filter(
    ({ parameters }) => parameters.transaction > 0,
  )
  expect(transactions.unknown).toBe(interrupted.length)
  const lost = factsOf(cluster, 'ConnectionLost').length
  expect(availability.clients[0]!.id).toBe('shop')
  expect(availability.clients[0]!.errors).toBeGreaterThanOrEqual(lost)
  expect(availability.clients[0]!.downMicros).toBeGreaterThan(400_000)
  expect(instances[0]!.status).toBe('down')
})
