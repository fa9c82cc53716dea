/** Serverless v1 becomes provisioned in place: once, and with nothing else changed beside it. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { billOf } from '../billing/billOf.ts'
import { dollarText } from '../billing/dollars.ts'
import { priceValuesOf } from '../billing/standardPrices.ts'
import { usageOf } from '../billing/usageOf.ts'
import { factsOf, give, look, run, sweep } from '../../testing/startCluster.ts'
import { startChangeable } from '../../testing/startChangeable.ts'

const second = 1_000_000

const change: Command = { do: 'StartMigration', plan: 'engineMode', class: 'db.r5.xlarge' }

function startV1() {
  return startChangeable({ writer: 'serverless', generation: 'v1', min: 2 })
}

function reasonOf(cluster: ReturnType<typeof startV1>, command: Command): string | null {
  const outcome = give(cluster, command)
  return outcome.accepted ? null : outcome.reason.key
}

test('Z10: the v1 instance is replaced by a promoted one, and is billed no more', () => {
  const cluster = startV1()
  run(cluster, second)
  expect(reasonOf(cluster, change)).toBeNull()
  run(cluster, 90 * second)
  const [ended] = factsOf(cluster, 'PlanEnded')
  expect(ended!.parameters).toMatchObject({ plan: 'engineMode', outcome: 'done', notCarried: 0 })
  expect(ended!.parameters.downMicros / second).toBeGreaterThan(17)
  expect(ended!.parameters.downMicros / second).toBeLessThan(35)
  const frame = look(cluster)
  expect(frame.instances).toMatchObject([{ id: 'w2', role: 'writer', status: 'open' }])
  expect(frame.serverless).toBeNull()
  const { world, broken } = cluster.simulation
  const billed = world.serverless!.meter.microAcuSeconds
  run(cluster, 200 * second)
  expect(world.serverless!.meter.microAcuSeconds).toBe(billed)
  expect(world.applications[0]!.answered).toBeGreaterThan(500)
  expect(factsOf(cluster, 'RecreationBegan')).toHaveLength(0)
  expect(broken).toBeNull()
  expect(sweep(cluster)).toBeNull()
})

test('Z10: nothing else can be changed before it, and v2 needs a newer engine after it', () => {
  const cluster = startV1()
  run(cluster, second)
  const add: Command = { do: 'ModifyCluster', change: 'add', instance: 'w2' }
  const plan = { do: 'StartMigration', plan: 'addFailover' } as const
  expect(reasonOf(cluster, add)).toBe('reason.beganAsV1')
  expect(reasonOf(cluster, { ...plan, class: 'db.r5.large' })).toBe('reason.beganAsV1')
  give(cluster, change)
  run(cluster, 90 * second)
  expect(reasonOf(cluster, change)).toBe('reason.onlyV1')
  expect(reasonOf(cluster, { do: 'SetCapacity', acu: 4 })).toBe('reason.v1Left')
  const toV2 = { ...plan, class: 'serverless' } as const
  expect(reasonOf(cluster, toV2)).toBe('reason.oldEngine')
  expect(reasonOf(cluster, { ...toV2, plan: 'inPlace' })).toBe('reason.oldEngine')
  const upgrade: Command = { do: 'ModifyCluster', change: 'upgrade', instance: 'w2' }
  expect(reasonOf(cluster, upgrade)).toBeNull()
  run(cluster, 60 * second)
  expect(reasonOf(cluster, upgrade)).toBe('reason.newEngine')
  expect(reasonOf(cluster, toV2)).toBeNull()
  expect(reasonOf(startChangeable(), change)).toBe('reason.onlyV1')
})

test('Z13: from v1 to v2 in three stages, each with its own interruption', () => {
  const cluster = startV1()
  run(cluster, second)
  const plan = { do: 'StartMigration', plan: 'threeStages', class: 'serverless' } as const
  expect(reasonOf(cluster, plan)).toBe('reason.noClassBetween')
  expect(reasonOf(cluster, { ...plan, via: 'db.r5.large' })).toBeNull()
  run(cluster, 300 * second)
  const [ended] = factsOf(cluster, 'PlanEnded')
  expect(ended!.parameters).toMatchObject({ outcome: 'done', notCarried: 0 })
  const down = factsOf(cluster, 'PlanStepEnded')
    .filter(({ parameters }) => parameters.downMicros > second)
    .map(({ parameters }) => [parameters.step, Math.round(parameters.downMicros / second)])
  expect(down.map(([step]) => step)).toEqual([
    ...['failover', 'settle', 'upgrade', 'failover', 'settle'],
  ])
  expect(Object.fromEntries(down).upgrade).toBeGreaterThanOrEqual(40)
  const frame = look(cluster)
  expect(frame.instances).toMatchObject([{ id: 'w1', role: 'writer', status: 'open' }])
  const { serverless } = cluster.simulation.world
  expect(serverless!.v1).toBeUndefined()
  expect(serverless!.capacities).toMatchObject([{ instance: 0, reported: 2_000_000 }])
  expect(frame.serverless!.instances).toMatchObject([{ id: 'w1', state: 'active' }])
  const asV1 = serverless!.microAcuSecondsAsV1!
  expect(serverless!.meter.microAcuSeconds).toBeGreaterThan(asV1)
  expect(cluster.simulation.broken).toBeNull()
  expect(sweep(cluster)).toBeNull()
  const { world } = cluster.simulation
  const paying = { prices: priceValuesOf(world.setup), isIoOptimized: false, backupGb: 0 }
  const { lines } = billOf(usageOf(world, []), paying)
  const compute = lines.filter(({ item }) => item === 'compute' || item === 'minimum')
  expect(new Set(compute.map(({ of }) => of))).toEqual(new Set(['db.r5.large', 'v1', 'v2']))
  const nano = compute.reduce((sum, line) => sum + line.nano, 0)
  expect(frame.serverless!.meter.compute).toBe(dollarText(nano))
  give(cluster, { do: 'SetCapacityRange', min: 4, max: 8 })
  run(cluster, 60 * second)
  expect(serverless!.capacities[0]!.reported).toBe(4_000_000)
})

test('Z12, Z13: after v1 a green copy has the newer engine, nothing is upgraded in place', () => {
  const cluster = startV1()
  run(cluster, second)
  give(cluster, change)
  run(cluster, 90 * second)
  const toGreen = { do: 'StartMigration', plan: 'blueGreen', class: 'serverless' } as const
  expect(reasonOf(cluster, toGreen)).toBeNull()
  run(cluster, 120 * second)
  const ended = factsOf(cluster, 'PlanEnded').at(-1)!.parameters
  expect(ended).toMatchObject({ plan: 'blueGreen', outcome: 'done' })
  expect(ended.downMicros / second).toBeLessThan(40)
  expect(look(cluster).modify!.isOldEngine).toBe(false)
  expect(look(cluster).serverless!.instances).toMatchObject([{ id: 'w1' }])
  expect(sweep(cluster)).toBeNull()
})
