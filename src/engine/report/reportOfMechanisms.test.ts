/** What a report says of several writers, of readers and of Serverless agrees with the facts. */
import { expect, test } from 'vitest'
import { digest } from '../digest.ts'
import type { FactOf } from '../contract/facts.ts'
import { factsOf, inject, look, run, startCluster } from '../testing/startCluster.ts'
import { type MmStage, playOn, runOn, setMmStage, told } from '../testing/mmStage.ts'
import { startElastic } from '../testing/startElastic.ts'
import { reportOf } from './reportOf.ts'

const second = 1_000_000

type Told = Pick<MmStage, 'simulation' | 'facts'>

function report({ simulation, facts }: Told) {
  const isChange = (fact: Told['facts'][number]) => fact.fact === 'CapacityChanged'
  return reportOf(simulation.world, {
    digest: digest(simulation),
    watched: simulation.watched,
    capacity: facts.filter(isChange) as FactOf<'CapacityChanged'>[],
    broken: [],
    expectations: [],
  })
}

test('T2: several writers have their log points each, under their names', () => {
  const stage = setMmStage({ writers: 3, groups: 2 })
  for (let turn = 0; turn < 4; turn++) {
    runOn(stage, 1, { write: [1 + turn] })
    runOn(stage, 3, { write: [200 + turn] })
    playOn(stage, 60_000)
  }
  const { volume, transactions, instances, laws } = report(stage)
  expect(transactions).toMatchObject({ committed: 8, rolledBack: 0, open: 0 })
  const { writers } = stage.mm
  expect(volume.vdl).toEqual({ w1: writers[0]!.vdl, w2: 0, w3: writers[2]!.vdl })
  expect(volume.highestLsn).toEqual({ w1: 12, w2: 0, w3: 12 })
  expect(volume.epoch).toEqual({ w1: 1, w2: 1, w3: 1 })
  // The rows of w1 lie in the first group, those of w3 in the second.
  expect(volume.groups.map(({ pgcl }) => pgcl)).toEqual([
    { w1: 12, w2: 0, w3: 0 },
    { w1: 0, w2: 0, w3: 12 },
  ])
  for (const { scl } of volume.groups[0]!.segments) expect(scl).toEqual({ w1: 12, w2: 0, w3: 0 })
  expect(instances.map(({ commits }) => commits)).toEqual([4, 0, 4])
  expect(instances[1]!.lagMicros).toMatchObject({ w1: 30_000, w3: 30_000 })
  expect(laws.checked).toContain('oneSuccessor')
})

test('T13: conflicts are counted by their cause, as the facts tell', () => {
  const stage = setMmStage()
  runOn(stage, 1, { write: [1] })
  playOn(stage, 200)
  runOn(stage, 2, { write: [2] })
  playOn(stage, 10_000)
  runOn(stage, 1, { write: [3] })
  playOn(stage, 10_000)
  runOn(stage, 2, { write: [4] })
  playOn(stage, 300_000)
  const { conflicts, transactions } = report(stage)
  const causes = told(stage, 'TransactionRolledBack').map(({ parameters }) => parameters.cause)
  const countOf = (cause: string) => causes.filter(its => its === cause).length
  expect(causes.length).toBeGreaterThanOrEqual(2)
  expect(conflicts).toMatchObject({
    inFlight: countOf('inFlight'),
    staleBase: countOf('staleBase'),
    noWinner: countOf('noWinner'),
    rowOwned: countOf('rowOwned'),
    deadlock: 0,
    lockTimeout: 0,
  })
  expect(transactions.rolledBack).toBe(causes.length)
  expect(transactions.retried).toBe(told(stage, 'RetryPlanned').length)
})

test('F2: a reader says how far it is behind the writer, and the roles after a promotion', () => {
  const cluster = startCluster({ readers: 1, route: 'cluster' })
  run(cluster, second)
  const [writer, reader] = report(cluster).instances
  expect([writer!.role, reader!.role]).toEqual(['writer', 'reader'])
  expect(reader!.lagMicros.w1).toBe(look(cluster).failover!.readers[0]!.lagMicros)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 5 * second)
  const after = report(cluster)
  expect(after.instances[1]).toMatchObject({ id: 'r1', role: 'writer', status: 'open' })
  expect(after.availability.clients[0]!.downMicros).toBeGreaterThan(second)
  expect(after.volume.epoch).toBe(2)
})

test('S3, B1: capacity at the start and at every change; the cost is the meter’s', () => {
  const cluster = startElastic({ level: 2, until: 60, connections: 3 })
  run(cluster, 420 * second)
  const { capacity, cost, instances } = report(cluster)
  const changes = factsOf(cluster, 'CapacityChanged')
  expect(capacity[0]).toEqual({ at: 0, instance: 'w1', acu: 0.5 })
  expect(capacity.slice(1)).toEqual(
    changes.map(({ at, parameters }) => ({ at, instance: 'w1', acu: parameters.acu })),
  )
  expect(instances[0]).toMatchObject({ status: 'paused', acu: 0 })
  const { compute, storage, io, total } = look(cluster).serverless!.meter
  expect(cost).toEqual({ compute, storage, io, total })
  // By hand: each capacity as long as it stood, at $0.12 for an ACU-hour.
  const ends = [...capacity.slice(1).map(({ at }) => at), 420 * second]
  const acuSeconds = capacity.reduce((sum, its, k) => sum + its.acu * (ends[k]! - its.at), 0) / 1e6
  expect(Number(cost.compute)).toBeCloseTo((acuSeconds * 0.12) / 3_600, 5)
})

test('B7: what is read and written costs by the million, and nothing with I/O-Optimized', () => {
  const cluster = startElastic({ min: 8, max: 8, level: 5 })
  run(cluster, 300 * second)
  const standard = report(cluster).cost
  expect(Number(standard.io)).toBeGreaterThan(0)
  const { parameters } = cluster.simulation.world.setup
  parameters['billing.ioOptimized'] = 1
  const optimized = report(cluster).cost
  expect(optimized.io).toBe('0.00')
  expect(Number(optimized.compute) / Number(standard.compute)).toBeCloseTo(0.16 / 0.12, 3)
})
