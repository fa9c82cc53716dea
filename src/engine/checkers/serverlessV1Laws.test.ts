/** Each law of Serverless v1 catches a breakage planted for it. */
import { expect, test } from 'vitest'
import { brokenWithin, run } from '../testing/startCluster.ts'
import { startV1 } from '../testing/startV1.ts'
import { asleepIsFree } from './asleepIsFree.ts'
import { capacityIsAStep } from './capacityIsAStep.ts'
import { noPointWhileBlocked } from './noPointWhileBlocked.ts'
import { sessionsSurviveSwitches } from './sessionsSurviveSwitches.ts'

const second = 1_000_000

function running() {
  const cluster = startV1({
    demand: [[0, 1]],
    sessions: 2,
    script: [{ at: '10s', do: 'RunSql', session: 'clerk', on: 'w1', text: 'begin' }],
  })
  run(cluster, 30 * second)
  return cluster
}

test('E16: a capacity that is no step, or that moves without a switch', () => {
  for (const microAcu of [3_000_000, 4_000_000]) {
    const cluster = running()
    const { v1, capacities } = cluster.simulation.world.serverless!
    v1!.current = microAcu
    capacities[0]!.exact = microAcu
    capacities[0]!.reported = microAcu
    expect(brokenWithin(cluster, second)?.law).toBe('capacityIsAStep')
  }
})

test('E16: something is reported while there is no instance', () => {
  const { world, context } = running().simulation
  const had = capacityIsAStep.remember(world)
  world.serverless!.v1!.state = 'paused'
  expect(capacityIsAStep.after(context, had)?.law).toBe('capacityIsAStep')
})

test('B5: billed while the first generation sleeps, beyond its five minutes', () => {
  const cluster = startV1()
  run(cluster, 400 * second)
  const { world, context } = cluster.simulation
  const seen = asleepIsFree.remember(world)
  expect(asleepIsFree.after(context, seen)).toBeNull()
  world.serverless!.meter.microAcuSeconds += 1
  expect(asleepIsFree.after(context, seen)?.law).toBe('asleepIsFree')
})

test('B6: a meter that misses what the first generation reported', () => {
  const cluster = running()
  cluster.simulation.world.serverless!.meter.settledAt -= 1
  expect(brokenWithin(cluster, second)?.law).toBe('meterIsExact')
})

test('E17: a switch that begins over an open transaction', () => {
  const { world, context } = running().simulation
  const seen = noPointWhileBlocked.remember(world)
  world.serverless!.v1!.state = 'switching'
  expect(noPointWhileBlocked.after(context, seen)?.law).toBe('noPointWhileBlocked')
})

test('E17: a switch that begins over a temporary table', () => {
  const { world, context } = running().simulation
  const [session] = world.sql!.places[0]!.desk.sessions.values()
  Object.assign(session!, { transaction: null, temporaries: ['basket'] })
  const seen = noPointWhileBlocked.remember(world)
  world.serverless!.v1!.state = 'switching'
  expect(noPointWhileBlocked.after(context, seen)?.law).toBe('noPointWhileBlocked')
})

test('E17: forced, it may', () => {
  const { world, context } = running().simulation
  const seen = noPointWhileBlocked.remember(world)
  Object.assign(world.serverless!.v1!, { state: 'switching', forced: 1 })
  expect(noPointWhileBlocked.after(context, seen)).toBeNull()
})

test('E18: a switch that loses a console, or a session', () => {
  const { world, context } = running().simulation
  const seen = sessionsSurviveSwitches.remember(world)
  world.serverless!.v1!.switches = 1
  expect(sessionsSurviveSwitches.after(context, { ...seen })).toBeNull()
  world.applications[0]!.state[0] = 2
  expect(sessionsSurviveSwitches.after(context, { ...seen })?.law).toBe('sessionsSurviveSwitches')
  world.applications[0]!.state[0] = 0
  world.sql!.places[0]!.connections = []
  expect(sessionsSurviveSwitches.after(context, { ...seen })?.law).toBe('sessionsSurviveSwitches')
})
