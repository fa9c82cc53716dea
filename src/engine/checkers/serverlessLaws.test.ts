/** Each law of Serverless catches a breakage planted for it, and holds without one. */
import { expect, test } from 'vitest'
import { asleepIsFree } from './asleepIsFree.ts'
import { sessionsSurviveScaling } from './sessionsSurviveScaling.ts'
import { startElastic } from '../testing/startElastic.ts'
import { brokenWithin, run } from '../testing/startCluster.ts'
import type { Serverless } from '../aurora/serverless/serverless.ts'

const second = 1_000_000

function brokenAfter(plant: (serverless: Serverless) => void, seconds = 30): string | undefined {
  const cluster = startElastic({ level: 2 })
  run(cluster, seconds * second)
  plant(cluster.simulation.world.serverless!)
  return brokenWithin(cluster, second)?.law
}

test('S10, S11, B5, B6: the laws hold through growth, hold, pause and resume', () => {
  const cluster = startElastic({ level: 2, until: 60, sessions: 0 })
  run(cluster, 900 * second)
  expect(cluster.simulation.world.serverless!.capacities[0]!.state).toBe('paused')
})

test('S10: capacity below its range, or off the grid', () => {
  expect(brokenAfter(({ capacities }) => (capacities[0]!.exact = 400_000))).toBe('capacityInRange')
  expect(brokenAfter(({ capacities }) => (capacities[0]!.reported += 1))).toBe('capacityInRange')
})

test('S10: a lower maximum without a change of range', () => {
  expect(brokenAfter(serverless => (serverless.max = 500_000))).toBe('capacityInRange')
})

test('B6: a meter that misses a change', () => {
  expect(brokenAfter(({ meter }) => (meter.settledAt -= 1))).toBe('meterIsExact')
  expect(brokenAfter(({ meter }) => (meter.groupMicros += 1))).toBe('meterIsExact')
})

test('S11: an allowance overdrawn, or above the bucket', () => {
  expect(brokenAfter(({ capacities }) => (capacities[0]!.tokens = -1))).toBe('allowanceInBounds')
  expect(brokenAfter(({ capacities }) => (capacities[0]!.tokens = 17_000_000))).toBe(
    'allowanceInBounds',
  )
})

test('B5: billed while it sleeps', () => {
  const cluster = startElastic({ level: 0, sessions: 0 })
  run(cluster, 400 * second)
  const { world, context } = cluster.simulation
  const seen = asleepIsFree.remember(world)
  expect(asleepIsFree.after(context, seen)).toBeNull()
  world.serverless!.meter.microAcuSeconds += 1
  expect(asleepIsFree.after(context, seen)?.law).toBe('asleepIsFree')
})

test('B5: at work while it sleeps', () => {
  const cluster = startElastic({ level: 0, sessions: 0 })
  run(cluster, 400 * second)
  const { world } = cluster.simulation
  world.instances[0]!.status = 'open'
  expect(brokenWithin(cluster, second)?.law).toBe('asleepIsFree')
})

test('S20: a scaling in which a process dies, or an application counts an error', () => {
  const { world, context } = startElastic({ level: 2 }).simulation
  const [capacity] = world.serverless!.capacities
  const after = (spoil: () => void) => {
    const seen = sessionsSurviveScaling.remember(world)
    capacity!.reported += 500_000
    spoil()
    return sessionsSurviveScaling.after(context, seen)?.law ?? null
  }
  expect(after(() => {})).toBeNull()
  expect(after(() => world.instances[0]!.life++)).toBe('sessionsSurviveScaling')
  expect(after(() => world.applications[0]!.errors++)).toBe('sessionsSurviveScaling')
})
