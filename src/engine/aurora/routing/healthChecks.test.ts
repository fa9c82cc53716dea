/** Applications look after themselves: what they notice, when, and where they go. Rules U4–U6. */
import { expect, test } from 'vitest'
import type { Fact } from '../../contract/facts.ts'
import { sessionsOn, startMap } from '../../testing/routingStage.ts'
import { type Cluster, factsOf, give, heal, inject, look, run } from '../../testing/startCluster.ts'

const second = 1_000_000
const writers = ['w1', 'w2']

/** Model time of each, in whole seconds, and its fields without the application's name. */
function told(cluster: Cluster, key: 'HealthCheckMissed' | 'Rerouted') {
  return factsOf(cluster, key).map(({ at, parameters: { application, ...rest } }) => ({
    at: Math.floor(at / second),
    application,
    ...rest,
  }))
}

/** The facts that led to the first reroute, newest first. */
function whyRerouted({ facts }: Cluster): string[] {
  let fact: Fact | undefined = facts.find(its => its.fact === 'Rerouted')
  const names: string[] = []
  while (fact !== undefined) {
    names.push(fact.fact)
    const cause: number = fact.cause
    fact = facts.find(({ id }) => id === cause)
  }
  return names
}

function lose(cluster: Cluster, instance: string): void {
  run(cluster, 1_500_000)
  inject(cluster, 'InstanceCrash', instance)
}

test('U4, U5: three checks a second apart are missed, then it goes to its standby', () => {
  const cluster = startMap({
    instances: writers,
    workload: [{ id: 'shop', on: 'w1', healthCheck: { standby: ['w2'] } }],
  })
  lose(cluster, 'w1')
  run(cluster, 4 * second)
  const where = { application: 'shop', instance: 'w1' }
  expect(told(cluster, 'HealthCheckMissed')).toEqual([
    { at: 3, ...where, misses: 1 },
    { at: 4, ...where, misses: 2 },
    { at: 5, ...where, misses: 3 },
  ])
  expect(told(cluster, 'Rerouted')).toEqual([
    { at: 5, application: 'shop', from: 'w1', to: 'w2', tookMicros: 3 * second },
  ])
  expect(sessionsOn(cluster, 0)).toEqual({ w2: 3 })
  expect(whyRerouted(cluster).slice(0, 6)).toEqual([
    ...['Rerouted', 'HealthCheckMissed', 'HealthCheckMissed', 'HealthCheckMissed'],
    ...['WriterStatusChanged', 'InstanceCrashed'],
  ])
  run(cluster, 2 * second)
  expect(factsOf(cluster, 'TransactionCommitted').filter(({ at }) => at > 6 * second)).not.toEqual(
    [],
  )
})

test('U5: who does not look after itself stays and waits, and nobody is missed', () => {
  const cluster = startMap({ instances: writers, workload: [{ id: 'shop', on: 'w1' }] })
  lose(cluster, 'w1')
  run(cluster, 6 * second)
  expect(factsOf(cluster, 'HealthCheckMissed')).toEqual([])
  expect(sessionsOn(cluster, 0)).toEqual({ w1: 3 })
})

test('U4: a cut between application and writer is as good as a loss, to the application', () => {
  const cluster = startMap({
    instances: writers,
    workload: [
      { id: 'shop', on: 'w1', healthCheck: { standby: ['w2'] } },
      { id: 'depot', on: 'w1', healthCheck: { standby: ['w2'] } },
    ],
  })
  run(cluster, 1_500_000)
  inject(cluster, 'LinkCut', 'shop<>w1')
  run(cluster, 4 * second)
  expect(told(cluster, 'Rerouted').map(({ application }) => application)).toEqual(['shop'])
  expect(sessionsOn(cluster, 0)).toEqual({ w2: 3 })
  expect(sessionsOn(cluster, 1)).toEqual({ w1: 3 })
  expect(whyRerouted(cluster)).toEqual([
    ...['Rerouted', 'HealthCheckMissed', 'HealthCheckMissed', 'HealthCheckMissed'],
    ...['FaultInjected', 'CommandGiven'],
  ])
})

test('U5: it takes the best of its list that answers, and does not go back by itself', () => {
  const cluster = startMap({
    instances: ['w1', 'w2', 'w3'],
    workload: [{ id: 'shop', on: 'w1', healthCheck: { standby: ['w3', 'w2'] } }],
  })
  run(cluster, second / 2)
  inject(cluster, 'InstanceCrash', 'w3')
  run(cluster, 4 * second)
  expect(told(cluster, 'Rerouted')).toEqual([])
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 4 * second)
  expect(sessionsOn(cluster, 0)).toEqual({ w2: 3 })
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 30 * second)
  expect(sessionsOn(cluster, 0)).toEqual({ w2: 3 })
  inject(cluster, 'InstanceCrash', 'w2')
  run(cluster, 4 * second)
  expect(sessionsOn(cluster, 0)).toEqual({ w1: 3 })
})

test('U6: it pauses before it takes over; back by then, it stays', () => {
  const start = () =>
    startMap({
      instances: writers,
      quick: { 'instance.restart': second },
      workload: [{ id: 'shop', on: 'w1', healthCheck: { standby: ['w2'], pause: '6s' } }],
    })
  const patient = start()
  lose(patient, 'w1')
  run(patient, 4 * second)
  expect(look(patient).placement!.applications[0]!.takesOverAt).toBe(11 * second)
  run(patient, 6 * second)
  expect(told(patient, 'Rerouted')).toMatchObject([{ at: 11, from: 'w1', to: 'w2' }])
  const lucky = start()
  lose(lucky, 'w1')
  run(lucky, 4 * second)
  heal(lucky, 'InstanceCrash', 'w1')
  run(lucky, 8 * second)
  expect(told(lucky, 'Rerouted')).toEqual([])
  expect(look(lucky).placement!.applications[0]!.takesOverAt).toBeNull()
})

test('C10, U5: who takes turns drops the one that is gone, and takes it up again', () => {
  const cluster = startMap({
    instances: writers,
    quick: { 'instance.restart': second },
    workload: [{ id: 'shop', on: 'round-robin', healthCheck: {} }],
  })
  lose(cluster, 'w1')
  run(cluster, 4 * second)
  const before = cluster.simulation.world.applications[0]!.errors
  run(cluster, 3 * second)
  expect(cluster.simulation.world.applications[0]!.errors).toBe(before)
  heal(cluster, 'InstanceCrash', 'w1')
  const begun = cluster.simulation.world.instances[0]!.commits
  run(cluster, 8 * second)
  expect(cluster.simulation.world.instances[0]!.commits).toBeGreaterThan(begun)
})

test('C10: without checks it sends every other transaction to a writer that is gone', () => {
  const cluster = startMap({ instances: writers, workload: [{ id: 'shop', on: 'round-robin' }] })
  lose(cluster, 'w1')
  run(cluster, 2 * second)
  const { errors, answered } = cluster.simulation.world.applications[0]!
  run(cluster, 4 * second)
  const after = cluster.simulation.world.applications[0]!
  expect(after.errors - errors).toBeGreaterThan(20)
  expect(after.answered - answered).toBeGreaterThan(20)
})

test('U5, F6: by the cluster endpoint it asks again when a silent zone answers no check', () => {
  const start = (more: object) =>
    startMap({
      instances: ['w1', 'r1'],
      parameters: {
        'failover.roleChange': '1s',
        'failover.recover': '1s',
        'endpoint.dnsUpdate': '1s',
      },
      workload: [{ id: 'shop', on: 'cluster', ...more }],
    })
  const answersBy = (cluster: Cluster) => {
    run(cluster, 1_500_000)
    inject(cluster, 'AzOutage', 'az-a')
    run(cluster, 16 * second)
    const { answered } = cluster.simulation.world.applications[0]!
    return { answered, to: sessionsOn(cluster, 0) }
  }
  const careful = answersBy(start({ healthCheck: {} }))
  const plain = answersBy(start({}))
  expect(careful.to).toEqual({ r1: 3 })
  expect(plain.to).toEqual({ w1: 3 })
  expect(careful.answered).toBeGreaterThan(plain.answered + 100)
})

test('U5: moved by hand, it has its former writer as a standby, by whatever way it came', () => {
  const cluster = startMap({
    instances: ['w1', 'w2', 'w3'],
    workload: [{ id: 'shop', on: 'w1', healthCheck: { standby: ['w2'] } }],
  })
  for (const on of ['cluster', 'w3']) {
    give(cluster, { do: 'SetPlacement', workload: 'shop', on })
    run(cluster, second)
  }
  expect(look(cluster).placement!.applications[0]!.standby).toEqual(['w1', 'w2'])
  lose(cluster, 'w3')
  run(cluster, 4 * second)
  expect(told(cluster, 'Rerouted')).toMatchObject([{ from: 'w3', to: 'w1' }])
})

test('U4: of an instance that it does not ask any more it knows nothing', () => {
  const healthCheck = { standby: ['r2'] }
  const cluster = startMap({
    instances: ['w1', 'r1', 'r2'],
    workload: [{ id: 'report', on: 'reader', transaction: { reads: 2 }, healthCheck }],
  })
  run(cluster, 1_500_000)
  inject(cluster, 'LinkCut', 'report<>r1')
  run(cluster, 6 * second)
  heal(cluster, 'LinkCut', 'report<>r1')
  run(cluster, 3 * second)
  const before = told(cluster, 'Rerouted')
  expect(before[0]).toMatchObject({ from: 'r1', to: 'r2' })
  give(cluster, { do: 'SetPlacement', workload: 'report', on: 'r1' })
  run(cluster, 4 * second)
  expect(told(cluster, 'Rerouted')).toEqual(before)
  expect(sessionsOn(cluster, 0)).toEqual({ r1: 3 })
})

test('U4: checks are given and taken away while it runs', () => {
  const cluster = startMap({ instances: writers, workload: [{ id: 'shop', on: 'w1' }] })
  const standby = ['w2']
  expect(give(cluster, { do: 'SetHealthCheck', workload: 'shop', isOn: true, standby })).toEqual({
    accepted: true,
  })
  run(cluster, 500_000)
  expect(look(cluster).placement!.applications[0]!.checks).toEqual([
    { instance: 'w1', misses: 0, isGone: false },
    { instance: 'w2', misses: 0, isGone: false },
  ])
  give(cluster, { do: 'SetHealthCheck', workload: 'shop', isOn: false })
  lose(cluster, 'w1')
  run(cluster, 6 * second)
  expect(told(cluster, 'Rerouted')).toEqual([])
  const wrong = { do: 'SetHealthCheck', workload: 'shop', isOn: true } as const
  expect(give(cluster, { ...wrong, pause: 'a while' })).toMatchObject({ accepted: false })
  expect(give(cluster, { ...wrong, standby: ['w9'] })).toMatchObject({ accepted: false })
})
