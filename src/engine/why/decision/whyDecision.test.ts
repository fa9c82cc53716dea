/**
 * Each kind of decision is told with the numbers by which it was made, as the engine had them at
 * that instant. Rules S3, S8, S22, E3, E4, F3, F4, Z6.
 */
import { expect, test } from 'vitest'
import type { Cause } from '../../contract/cause.ts'
import type { FactKey, FactOf } from '../../contract/facts.ts'
import { startChangeable } from '../../testing/startChangeable.ts'
import { type Cluster, give, inject, run, startCluster } from '../../testing/startCluster.ts'
import { startElastic } from '../../testing/startElastic.ts'
import { startV1 } from '../../testing/startV1.ts'
import { whyOf } from '../whyOf.ts'
import { isDecision } from './whyDecision.ts'

const second = 1_000_000

function newest<K extends FactKey>({ facts }: Cluster, key: K): FactOf<K> | undefined {
  return facts.filter(its => its.fact === key).at(-1) as FactOf<K> | undefined
}

/** Plays until the fact is told, to the end of its instant, and asks why. */
function decided(told: Cluster, key: FactKey, step: number): Cause[] {
  for (let tries = 0; tries < 4_000 && !newest(told, key); tries++) run(told, step)
  const fact = newest(told, key)
  if (fact?.at !== told.simulation.world.now) throw new Error(`${key} is not of this instant`)
  return whyOf(told.simulation.world, `fact:${fact.id}`, told.facts)
}

test('S3: growing, by which pressure, how far and how quickly', () => {
  const told = startElastic({ min: 1, level: 0.5 })
  run(told, 5 * second)
  told.facts.length = 0
  give(told, { do: 'SetDemand', workload: 'crowd', level: 6 })
  const causes = decided(told, 'CapacityChanged', second)
  const { need, target, tokens } = told.simulation.world.serverless!.capacities[0]!
  expect(causes[1]).toMatchObject({
    key: 'why.scale.needs',
    parameters: { cpu: Math.floor(need.cpu / 10_000) / 100 },
  })
  expect(causes[2]).toMatchObject({
    key: 'why.scale.grows',
    parameters: {
      max: 16,
      target: target / 1e6,
      growthPpm: 35_264,
      allowance: Math.floor(tokens / 10_000) / 100,
    },
  })
})

test('S3: shrinking, after need has been low for longer than capacity is held', () => {
  const told = startElastic({ min: 1, level: 6, until: 60 })
  run(told, 70 * second)
  told.facts.length = 0
  const causes = decided(told, 'CapacityChanged', second)
  const { lowMicros, holdMicros } = causes[2]!.parameters
  expect(causes[2]!.key).toBe('why.scale.shrinks')
  expect(holdMicros).toBe(told.simulation.world.parameters['serverlessV2.holdDown'])
  expect(lowMicros).toBeGreaterThan(holdMicros as number)
})

test('S8: it begins to pause after so long without a connection', () => {
  const told = startElastic({ level: 1, until: 20 })
  const causes = decided(told, 'PauseBegan', second)
  const { pauseAfterMicros } = told.simulation.world.setup.serverless!
  expect(causes[1]).toMatchObject({ key: 'why.scale.idle', parameters: { pauseAfterMicros } })
})

test('E3: a search of v1 tells its means, the limits, and the waits of E4', () => {
  const told = startV1({ demand: [[0, 3]] })
  const causes = decided(told, 'SearchBegan', second)
  const { means } = told.simulation.world.serverless!.v1!
  expect(causes[1]).toMatchObject({
    key: 'why.scale.v1Means',
    parameters: { ...means!, upCpuPpm: 700_000, downCpuPpm: 300_000 },
  })
  expect(means!.cpuPpm).toBeGreaterThan(700_000)
  expect(causes[2]).toMatchObject({ key: 'why.scale.v1Waits', parameters: { upLeftMicros: 0 } })
})

test('F3, F4: who was silent for how long, and who is chosen before whom', () => {
  const told = startCluster({ readers: 3, route: 'cluster', sessions: 1, think: '10ms' })
  run(told, 100_000)
  inject(told, 'InstanceCrash', 'w1')
  run(told, 4 * second)
  const { world } = told.simulation
  const [suspected, started] = [newest(told, 'InstanceSuspected'), newest(told, 'PromotionStarted')]
  const fresh = startCluster({ readers: 3, route: 'cluster', sessions: 1, think: '10ms' })
  run(fresh, 100_000)
  inject(fresh, 'InstanceCrash', 'w1')
  run(fresh, started!.at - fresh.simulation.world.now)
  const whole = whyOf(fresh.simulation.world, `fact:${started!.id}`, fresh.facts)
  const chosen = whole.find(({ key }) => key === 'why.promotion.chosen')!
  expect(chosen.parameters).toMatchObject({
    instance: 'r1',
    instead: 'w1',
    tier: 1,
    others: ['r2', 'r3'],
    otherTiers: [2, 3],
  })
  const lag = whole.find(({ key }) => key === 'why.promotion.lag')!
  const applied = fresh.facts.find(({ id }) => id === lag.fact)
  expect(applied).toMatchObject({ fact: 'StreamApplied', parameters: { instance: 'r1' } })
  const silent = whyOf(fresh.simulation.world, `fact:${suspected!.id}`, fresh.facts)
  const { 'failover.misses': misses } = world.parameters
  expect(silent[1]).toMatchObject({ key: 'why.promotion.silent', parameters: { misses } })
})

test('Z6: a step of a migration, and what went on meanwhile', () => {
  const told = startChangeable()
  run(told, second)
  give(told, { do: 'StartMigration', plan: 'addFailover', class: 'serverless' })
  let steps: FactOf<'PlanStepEnded'>[] = []
  const isFailover = () => {
    steps = told.facts.filter((its): its is FactOf<'PlanStepEnded'> => its.fact === 'PlanStepEnded')
    return steps.at(-1)?.parameters.step === 'failover'
  }
  for (let tries = 0; tries < 200 && !isFailover(); tries++) run(told, second)
  const causes = whyOf(told.simulation.world, `fact:${steps.at(-1)!.id}`, told.facts)
  const meanwhile = causes.filter(({ depth }, place) => depth === 1 && place <= 8)
  const keys = meanwhile.map(({ key }) => key)
  expect(keys).toContain('fact.PromotionStarted')
  expect(keys).toContain('fact.ReaderPromoted')
  for (const { at } of meanwhile.slice(0, -1)) {
    const { at: ended, parameters } = steps.at(-1)!
    expect(at).toBeGreaterThanOrEqual(ended - parameters.tookMicros)
  }
})

test('numbers of another instant are not told', () => {
  const told = startElastic({ min: 1, level: 6 })
  const [first] = decided(told, 'CapacityChanged', second)
  run(told, second / 2)
  const later = whyOf(told.simulation.world, `fact:${first!.fact}`, told.facts)
  expect(later.filter(({ key }) => key.startsWith('why.scale'))).toEqual([])
  expect(isDecision('fact.CapacityChanged')).toBe(true)
  expect(isDecision('fact.CommandGiven')).toBe(false)
})
