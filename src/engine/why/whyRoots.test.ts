/** Every why of a mechanism goes back to the command that was given, and to no other. */
import { expect, test } from 'vitest'
import type { Command } from '../contract/commands.ts'
import type { Cause } from '../contract/cause.ts'
import type { FactKey } from '../contract/facts.ts'
import { type MmStage, playOn, runOn, setMmStage, told } from '../testing/mmStage.ts'
import { type Cluster, factsOf, give, run, startCluster } from '../testing/startCluster.ts'
import { startElastic } from '../testing/startElastic.ts'
import { whyOf } from './whyOf.ts'

const second = 1_000_000

/** Its first row is owned for as long as forty page changes take. */
const longTransaction = Array.from({ length: 40 }, (_, page) => page * 8 + 1)

function why({ simulation, facts }: Pick<MmStage, 'simulation' | 'facts'>, subject: string) {
  return whyOf(simulation.world, subject, facts)
}

/** What the chain of the newest fact of this kind begins with. */
function rootOf(cluster: Cluster, key: FactKey): Cause {
  const newest = factsOf(cluster, key).at(-1)!
  return why(cluster, `fact:${newest.id}`).at(-1)!
}

function expectRoot(cause: Cause, command: Partial<Command>): void {
  expect(cause).toMatchObject({ key: 'fact.CommandGiven', parameters: command })
}

test('S12: a wake by a request goes back to the command that brought the session', () => {
  const cluster = startElastic()
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 0 })
  run(cluster, 400 * second)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 2 })
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'InstanceResumed')).toHaveLength(1)
  for (const key of ['ResumeBegan', 'InstanceResumed'] as const) {
    expectRoot(rootOf(cluster, key), { do: 'SetWorkload' })
  }
  const chain = why(cluster, 'capacity:w1').map(({ key }) => key)
  expect(chain).toEqual([
    'fact.CapacityChanged',
    'fact.InstanceResumed',
    'fact.ResumeBegan',
    'fact.CommandGiven',
  ])
})

test('S12: a wake by a demand, and the growth after it, go back to the one that moved it', () => {
  const cluster = startElastic()
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 400 * second)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 4 })
  run(cluster, 60 * second)
  expectRoot(rootOf(cluster, 'ResumeBegan'), { do: 'SetDemand' })
  expectRoot(rootOf(cluster, 'CapacityChanged'), { do: 'SetDemand' })
  expect(factsOf(cluster, 'CapacityChanged').at(-1)!.parameters.because).toBe('cpu')
})

test('S12: sessions made it grow, not the demand that moved a little before', () => {
  const cluster = startElastic({ min: 1, level: 0.2 })
  run(cluster, 5 * second)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 0.3 })
  run(cluster, 5 * second)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 60, think: '20ms' })
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'CapacityChanged').at(-1)!.parameters.because).toBe('cpu')
  expectRoot(rootOf(cluster, 'CapacityChanged'), { do: 'SetWorkload' })
})

test('S12: the demand that went made it fall, not the sessions that stayed', () => {
  const cluster = startElastic({ min: 1, level: 4, sessions: 4, think: '100ms' })
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 5 })
  run(cluster, 120 * second)
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 0 })
  run(cluster, 120 * second)
  const changes = factsOf(cluster, 'CapacityChanged')
  expect(changes.at(-1)!.parameters.acu).toBeLessThan(changes.at(-1)!.parameters.from)
  expectRoot(rootOf(cluster, 'CapacityChanged'), { do: 'SetDemand' })
})

test('S12: whoever took the last connection away is behind the sleep', () => {
  const cluster = startElastic({ sessions: 2, level: 1, until: 50 })
  run(cluster, 100 * second)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 400 * second)
  expect(why(cluster, 'capacity:w1').map(({ key }) => key)).toEqual([
    'fact.CapacityChanged',
    'fact.InstancePaused',
    'fact.PauseBegan',
    'fact.CommandGiven',
  ])
  expectRoot(rootOf(cluster, 'InstancePaused'), { do: 'SetWorkload' })
})

test('S12: a curve that ended last is behind the sleep, not the sessions that went before', () => {
  const cluster = startElastic({ sessions: 2, level: 1, until: 100 })
  run(cluster, 50 * second)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 500 * second)
  expect(factsOf(cluster, 'PauseBegan')).toMatchObject([{ cause: 0 }])
})

test('S12: a curve that moves by itself has no command behind it', () => {
  const cluster = startElastic({ min: 1, level: 4, until: 60 })
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 1, think: '10s' })
  run(cluster, 200 * second)
  const newest = factsOf(cluster, 'CapacityChanged').at(-1)!
  expect(newest.parameters.acu).toBeLessThan(newest.parameters.from)
  expect(newest.cause).toBe(0)
})

test('S12: a maximum that was raised lets it grow, though the demand is old', () => {
  const cluster = startElastic({ max: 2, level: 4 })
  give(cluster, { do: 'SetDemand', workload: 'crowd', level: 5 })
  run(cluster, 60 * second)
  give(cluster, { do: 'SetCapacityRange', min: 0.5, max: 16 })
  run(cluster, 10 * second)
  expectRoot(rootOf(cluster, 'CapacityChanged'), { do: 'SetCapacityRange' })
})

test('F5, F6: suspicion, promotion and name go back to the fault', () => {
  const crash = startCluster({ readers: 2, route: 'cluster' })
  run(crash, second)
  give(crash, { do: 'InjectFault', fault: 'InstanceCrash', target: 'w1' })
  run(crash, 6 * second)
  for (const key of ['InstanceSuspected', 'ReaderPromoted', 'EndpointMoved'] as const) {
    expectRoot(rootOf(crash, key), { do: 'InjectFault' })
  }
})

test.each([
  ['inFlight', 200, [2]],
  ['staleBase', 10_000, [2]],
  ['rowOwned', 60_000, [1]],
] as const)(
  'T13, C6: a 1213 for %s goes back to whoever was there first',
  (cause, micros, write) => {
    const stage = setMmStage()
    const first = cause === 'rowOwned' ? longTransaction : [1]
    runOn(stage, 1, { write: first })
    playOn(stage, micros)
    runOn(stage, 2, { write: [...write] })
    playOn(stage, 200_000)
    const [rolledBack] = told(stage, 'TransactionRolledBack')
    expect(rolledBack!.parameters).toMatchObject({ cause, instance: 'w2', winner: 'w1' })
    const causes = why(stage, `fact:${rolledBack!.id}`)
    expect(causes.find(({ key }) => key === 'fact.ProposalSent')!.parameters.instance).toBe('w1')
    expect(causes.at(-1)!).toMatchObject({
      key: 'fact.CommandGiven',
      parameters: { do: 'RunTransaction', session: 's1' },
    })
  },
)
