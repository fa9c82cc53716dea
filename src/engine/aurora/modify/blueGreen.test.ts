/** A green copy that follows, the switch to it, and fluid demands that go where the writer is. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import { factsOf, give, heal, inject, look, run, sweep } from '../../testing/startCluster.ts'
import { startChangeable } from '../../testing/startChangeable.ts'

const second = 1_000_000
const million = 1_000_000

const plan: Command = { do: 'StartMigration', plan: 'blueGreen', class: 'serverless' }

type Cluster = ReturnType<typeof startChangeable>

function endOf(cluster: Cluster) {
  return factsOf(cluster, 'PlanEnded').at(-1)!.parameters
}

test('Z12: green is switched to in less than a minute, and blue is gone', () => {
  const cluster = startChangeable()
  run(cluster, second)
  expect(give(cluster, plan).accepted).toBe(true)
  run(cluster, 59 * second)
  expect(cluster.simulation.world.applications[0]!.downMicros).toBe(0)
  run(cluster, 63 * second)
  const { downMicros, overlapMicros } = endOf(cluster)
  expect(endOf(cluster)).toMatchObject({ outcome: 'done', notCarried: 0 })
  expect(downMicros / second).toBeGreaterThan(15)
  expect(downMicros / second).toBeLessThan(60)
  expect(overlapMicros).toBeGreaterThanOrEqual(downMicros)
  expect(look(cluster).instances).toMatchObject([{ id: 'w2', role: 'writer', status: 'open' }])
  expect(cluster.simulation.broken).toBeNull()
  expect(sweep(cluster)).toBeNull()
})

test('Z12: green does not take over by itself when blue is lost', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, { ...plan, class: 'db.r6g.xlarge' } as Command)
  run(cluster, 55 * second)
  give(cluster, { do: 'AbortMigration' })
  run(cluster, 10 * second)
  expect(look(cluster).modify!.places[1]!.state).toBe('green')
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 20 * second)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'ReaderPromoted')).toHaveLength(0)
  expect(look(cluster).instances[0]).toMatchObject({ id: 'w1', role: 'writer', status: 'open' })
  const failover: Command = { do: 'ModifyCluster', change: 'failover', instance: 'w2' }
  expect(give(cluster, failover)).toMatchObject({ reason: { key: 'reason.notServing' } })
})

test('Z12: blue that is kept does not come back, is billed, and can be deleted', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, { ...plan, keepsOld: true } as Command)
  run(cluster, 120 * second)
  const { modify } = cluster.simulation.world
  expect(look(cluster).modify!.places[0]!.state).toBe('blue')
  expect(look(cluster).instances.map(({ id }) => id)).toEqual(['w2'])
  expect(modify!.spans).toMatchObject([{ instance: 'w1', until: null }])
  expect(give(cluster, { do: 'ModifyCluster', change: 'remove', instance: 'w1' }).accepted).toBe(
    true,
  )
  expect(modify!.spans[0]!.until).toBe(cluster.simulation.world.now)
  expect(sweep(cluster)).toBeNull()
})

test('Z12: a cluster with a reader is not copied, nor one that is of this class', () => {
  const withReader = startChangeable({ reader: 'db.r6g.large' })
  expect(give(withReader, plan)).toMatchObject({ reason: { key: 'reason.greenNeedsOne' } })
  const same = { ...plan, class: 'db.r6g.large' } as Command
  expect(give(startChangeable(), same)).toMatchObject({ reason: { key: 'reason.sameClass' } })
})

test('S34: a demand at the cluster endpoint waits for the new writer, and goes there', () => {
  const cluster = startChangeable({ level: 1 })
  run(cluster, 5 * second)
  const { serverless } = cluster.simulation.world
  const [demand] = serverless!.demands
  expect(demand).toMatchObject({ instance: 0, answered: million, backlog: 0 })
  give(cluster, { do: 'StartMigration', plan: 'addFailover', class: 'serverless' })
  run(cluster, 40 * second)
  expect(demand!.answered).toBe(0)
  run(cluster, 80 * second)
  expect(endOf(cluster).outcome).toBe('done')
  expect(demand).toMatchObject({ instance: 1, answered: million, backlog: 0 })
  expect(look(cluster).serverless!.demand[0]!.refused).toBeGreaterThan(0)
  give(cluster, { do: 'StartMigration', plan: 'inPlace', class: 'db.r6g.large' })
  run(cluster, 60 * second)
  expect(demand).toMatchObject({ instance: 1, answered: million })
  expect(cluster.simulation.broken).toBeNull()
  expect(sweep(cluster)).toBeNull()
})

test('S34: and it goes from Serverless v1 to v2 through three stages', () => {
  const cluster = startChangeable({ writer: 'serverless', generation: 'v1', min: 2, level: 1 })
  run(cluster, 5 * second)
  const three = { do: 'StartMigration', plan: 'threeStages', class: 'serverless' } as const
  give(cluster, { ...three, via: 'db.r5.large' })
  run(cluster, 300 * second)
  const [demand] = cluster.simulation.world.serverless!.demands
  expect(demand).toMatchObject({ instance: 0, answered: million })
  expect(cluster.simulation.broken).toBeNull()
})

test('S34: a provisioned instance of another class serves the demand by its new CPUs', () => {
  const cluster = startChangeable({ level: 1 })
  run(cluster, 5 * second)
  const { serverless } = cluster.simulation.world
  expect(serverless!.fixed).toMatchObject([{ instance: 0, exact: 8 * million }])
  give(cluster, { do: 'StartMigration', plan: 'inPlace', class: 'db.r6g.xlarge' })
  run(cluster, 60 * second)
  expect(serverless!.fixed).toMatchObject([{ instance: 0, exact: 16 * million }])
  expect(serverless!.demands[0]).toMatchObject({ answered: million, backlog: 0 })
  expect(sweep(cluster)).toBeNull()
})

test('Z12: the zone of green goes dark during the switch: it opens when the power is back', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, plan)
  run(cluster, 65 * second)
  expect(look(cluster).modify!.places[0]!.state).toBe('blue')
  inject(cluster, 'AzOutage', 'az-a')
  run(cluster, 20 * second)
  expect(look(cluster).instances.map(({ status }) => status)).toEqual(['down'])
  heal(cluster, 'AzOutage', 'az-a')
  run(cluster, 60 * second)
  expect(endOf(cluster)).toMatchObject({ outcome: 'done', notCarried: 0 })
  expect(look(cluster).instances).toMatchObject([{ id: 'w2', role: 'writer', status: 'open' }])
  expect(cluster.simulation.broken).toBeNull()
})
