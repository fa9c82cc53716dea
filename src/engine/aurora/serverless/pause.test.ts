/** Falling asleep and waking up, with the instants that the rules give. */
import { expect, test } from 'vitest'
import type { Cluster } from '../../testing/startCluster.ts'
import { factsOf, give, look, run } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'

const second = 1_000_000
const hour = 3_600 * second

function capacityOf(cluster: Cluster, index = 0) {
  return look(cluster).serverless!.instances[index]!
}

function setSessions(cluster: Cluster, sessions: number): void {
  const outcome = give(cluster, { do: 'SetWorkload', workload: 'shop', sessions })
  expect(outcome.accepted).toBe(true)
}

test('S8: without a connection for 300 s it drains for 10 s and is paused', () => {
  const cluster = startElastic({ level: 2, until: 100, connections: 3 })
  run(cluster, 420 * second)
  const [began] = factsOf(cluster, 'PauseBegan')
  const [paused] = factsOf(cluster, 'InstancePaused')
  expect(began!.at).toBe((99 + 300) * second)
  expect(paused!.at - began!.at).toBe(10 * second)
  expect(paused!.cause).toBe(began!.id)
  expect(began!.parameters.acu).toBe(paused!.parameters.acu)
  expect(factsOf(cluster, 'CapacityChanged').at(-1)).toMatchObject({
    cause: paused!.id,
    parameters: { acu: 0, because: 'idle' },
  })
})

test('S8: it goes from whatever it has to nothing, without walking down', () => {
  const cluster = startElastic({ level: 8, until: 120 })
  run(cluster, 440 * second)
  expect(factsOf(cluster, 'InstancePaused')[0]!.parameters.acu).toBeGreaterThan(1)
})

test('S8: a request wakes it; it waits without an answer and is served after 15 s', () => {
  const cluster = startElastic({ level: 0 })
  run(cluster, 400 * second)
  setSessions(cluster, 2)
  run(cluster, 10 * second)
  expect(capacityOf(cluster)).toMatchObject({ state: 'resuming', reported: 0 })
  expect(capacityOf(cluster).waking).toBeGreaterThanOrEqual(2)
  run(cluster, 10 * second)
  const [resumed] = factsOf(cluster, 'InstanceResumed')
  expect(resumed).toMatchObject({ parameters: { acu: 2, tookMicros: 15 * second } })
  expect(resumed!.cause).toBe(factsOf(cluster, 'ResumeBegan')[0]!.id)
  expect(cluster.simulation.world.applications[0]).toMatchObject({ lost: 0 })
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(2)
})

test('S8: after more than a day the resume takes 30 s', () => {
  const cluster = startElastic({ level: 0 })
  run(cluster, 25 * hour)
  setSessions(cluster, 1)
  run(cluster, 60 * second)
  expect(factsOf(cluster, 'ResumeBegan')[0]!.parameters).toMatchObject({ isDeep: true })
  expect(factsOf(cluster, 'InstanceResumed')[0]!.parameters.tookMicros).toBe(30 * second)
  expect(cluster.simulation.world.totals.committed).toBeGreaterThan(0)
})

test('S8: a connection during the drain cancels the pause', () => {
  const cluster = startElastic({ level: 0 })
  run(cluster, 305 * second)
  expect(capacityOf(cluster).state).toBe('pausing')
  setSessions(cluster, 1)
  run(cluster, 3 * second)
  expect(factsOf(cluster, 'PauseCancelled')).toHaveLength(1)
  expect(capacityOf(cluster).state).toBe('active')
  run(cluster, 600 * second)
  expect(factsOf(cluster, 'InstancePaused')).toEqual([])
})

test('S9: an idle connection keeps it awake, and is named', () => {
  const cluster = startElastic({ level: 0, sessions: 1, think: '2h' })
  run(cluster, 700 * second)
  expect(factsOf(cluster, 'PauseBlocked')[0]!.parameters.because).toEqual(['userConnections'])
  expect(factsOf(cluster, 'PauseBegan')).toEqual([])
  expect(capacityOf(cluster)).toMatchObject({ blockers: ['userConnections'], connections: 1 })
})

test('S8: a minimum above zero, a reader awake and a provisioned instance block', () => {
  const writer = { id: 'w1', az: 'a', class: 'serverless' } as const
  const reader = { id: 'r1', az: 'b', class: 'serverless', role: 'reader', tier: 5 } as const
  const rigid = { ...reader, id: 'r2', class: 'db.r5.large' } as const
  const cluster = startElastic({ min: 0.5, instances: [writer, reader, rigid] })
  run(cluster, 5 * second)
  expect(capacityOf(cluster).blockers).toEqual(['minAboveZero', 'readerAwake', 'provisioned'])
  expect(capacityOf(cluster, 1).blockers).toEqual(['minAboveZero'])
})

test('S8: a reader of tier 5 sleeps by itself, and waking it wakes the writer first', () => {
  const writer = { id: 'w1', az: 'a', class: 'serverless' } as const
  const reader = { id: 'r1', az: 'b', class: 'serverless', role: 'reader', tier: 5 } as const
  const cluster = startElastic({ instances: [writer, reader] })
  run(cluster, 330 * second)
  const slept = factsOf(cluster, 'InstancePaused').map(({ parameters }) => parameters.instance)
  expect(slept).toEqual(['r1', 'w1'])
})

test('S8: a change of the range wakes it, and it stays awake for 20 min', () => {
  const cluster = startElastic({ level: 0 })
  run(cluster, 400 * second)
  expect(give(cluster, { do: 'SetCapacityRange', min: 0, max: 8 }).accepted).toBe(true)
  run(cluster, 1_200 * second)
  expect(factsOf(cluster, 'ResumeBegan')[0]!.parameters.because).toBe('command')
  expect(factsOf(cluster, 'PauseBegan')).toHaveLength(1)
  run(cluster, 30 * second)
  expect(factsOf(cluster, 'PauseBegan')).toHaveLength(2)
})

test('B5: asleep and waking it costs nothing but storage', () => {
  const cluster = startElastic({ level: 0 })
  run(cluster, 400 * second)
  const before = look(cluster).serverless!.meter
  run(cluster, hour)
  const after = look(cluster).serverless!.meter
  expect(after.microAcuSeconds).toBe(before.microAcuSeconds)
  expect(after.compute).toBe(before.compute)
  expect(Number(after.storage)).toBeGreaterThan(Number(before.storage))
  expect(after.pausedMicros).toBe(before.pausedMicros + hour)
})

test('S8: a crash wakes the process, not the bill: it comes back small', () => {
  const cluster = startElastic({ level: 0 })
  run(cluster, 400 * second)
  give(cluster, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
  run(cluster, second)
  give(cluster, { do: 'HealFault', fault: 'InstanceCrash', target: 'w1' })
  run(cluster, 60 * second)
  expect(capacityOf(cluster)).toMatchObject({ state: 'active' })
  expect(cluster.simulation.world.instances[0]!.status).toBe('open')
})

test('S8, F4: a lost writer with a sleeping candidate: it wakes first, 45 s in all', () => {
  const writer = { id: 'w1', az: 'a', class: 'serverless' } as const
  const reader = { id: 'r1', az: 'b', class: 'serverless', role: 'reader', tier: 5 } as const
  const cluster = startElastic({ instances: [writer, reader], level: 1 })
  run(cluster, 330 * second)
  expect(capacityOf(cluster, 1).state).toBe('paused')
  give(cluster, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
  const lostAt = cluster.simulation.world.now
  run(cluster, 60 * second)
  expect(factsOf(cluster, 'ResumeBegan')[0]!.parameters.because).toBe('promotion')
  const [promoted] = factsOf(cluster, 'ReaderPromoted')
  expect(promoted!.parameters.instance).toBe('r1')
  expect((promoted!.at - lostAt) / second).toBeGreaterThan(20)
  expect((promoted!.at - lostAt) / second).toBeLessThan(46)
})
