/** Serverless v1 becomes provisioned in place: once, and with nothing else changed beside it. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
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

test('Z10: nothing else can be changed, before it and after it', () => {
  const cluster = startV1()
  run(cluster, second)
  const add: Command = { do: 'ModifyCluster', change: 'add', instance: 'w2' }
  const plan = { do: 'StartMigration', plan: 'addFailover' } as const
  expect(reasonOf(cluster, add)).toBe('reason.beganAsV1')
  expect(reasonOf(cluster, { ...plan, class: 'db.r5.large' })).toBe('reason.beganAsV1')
  give(cluster, change)
  run(cluster, 90 * second)
  expect(reasonOf(cluster, add)).toBe('reason.beganAsV1')
  expect(reasonOf(cluster, change)).toBe('reason.beganAsV1')
  expect(reasonOf(startChangeable(), change)).toBe('reason.onlyV1')
})
