/** A cluster is changed while clients run: single changes, plans both ways, what is measured. */
import { expect, test } from 'vitest'
import type { Command } from '../../contract/commands.ts'
import type { ModifyChange } from '../../contract/modify.ts'
import { factsOf, give, heal, inject, look, run, sweep } from '../../testing/startCluster.ts'
import { startChangeable } from '../../testing/startChangeable.ts'

const second = 1_000_000

type Cluster = ReturnType<typeof startChangeable>

function start(plan: 'addFailover' | 'inPlace' | 'snapshot', name: string, more = {}): Command {
  return { do: 'StartMigration', plan, class: name, ...more }
}

function endOf(cluster: Cluster) {
  return factsOf(cluster, 'PlanEnded').at(-1)!.parameters
}

function reasonOf(cluster: Cluster, command: Command): string | null {
  const outcome = give(cluster, command)
  return outcome.accepted ? null : outcome.reason.key
}

function downMicros({ simulation }: Cluster): number {
  return simulation.world.applications[0]!.downMicros
}

test('Z1: an empty place is not drawn, runs nothing, and does not wake with its zone', () => {
  const cluster = startChangeable()
  run(cluster, second)
  expect(look(cluster).instances.map(({ id }) => id)).toEqual(['w1'])
  expect(look(cluster).serverless).toBeNull()
  inject(cluster, 'AzOutage', 'az-a')
  run(cluster, second)
  heal(cluster, 'AzOutage', 'az-a')
  run(cluster, 10 * second)
  expect(cluster.simulation.world.instances[1]!.status).toBe('down')
  expect(sweep(cluster)).toBeNull()
})

test('Z2: an instance that is added joins the same volume, and nobody notices', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, { do: 'ModifyCluster', change: 'add', instance: 'w2', class: 'db.r6g.xlarge' })
  run(cluster, 29 * second)
  expect(look(cluster).instances[1]).toMatchObject({ id: 'w2', status: 'opening' })
  run(cluster, 3 * second)
  const [ended] = factsOf(cluster, 'ModificationEnded')
  expect(ended!.parameters).toMatchObject({ change: 'add', instance: 'w2' })
  expect(ended!.parameters.tookMicros).toBeLessThanOrEqual(31 * second)
  const { world } = cluster.simulation
  expect(world.instances[1]).toMatchObject({ status: 'open', vcpus: 4 })
  expect(downMicros(cluster)).toBe(0)
  expect(world.modify!.spans).toMatchObject([
    { instance: 'w1', class: 'db.r6g.large', from: 0, until: null },
    { instance: 'w2', class: 'db.r6g.xlarge', until: null },
  ])
})

test('Z2, Z3: its zone goes dark while it is created: it starts with the power', () => {
  const cluster = startChangeable()
  give(cluster, { do: 'ModifyCluster', change: 'add', instance: 'w2' })
  run(cluster, 15 * second)
  inject(cluster, 'AzOutage', 'az-a')
  run(cluster, 20 * second)
  expect(cluster.simulation.world.modify!.places[1]!.state).toBe('creating')
  heal(cluster, 'AzOutage', 'az-a')
  run(cluster, 12 * second)
  expect(cluster.simulation.world.modify!.places[1]!.state).toBe('present')
  give(cluster, { do: 'ModifyCluster', change: 'remove', instance: 'w2' })
  expect(look(cluster).instances).toHaveLength(1)
  expect(sweep(cluster)).toBeNull()
})

test('Z6, Z7: provisioned to serverless and back, with the clients measuring', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, start('addFailover', 'serverless'))
  run(cluster, 90 * second)
  const there = endOf(cluster)
  expect(there).toMatchObject({ outcome: 'done', notCarried: 0 })
  expect(there.downMicros).toBe(downMicros(cluster))
  expect(there.downMicros / second).toBeGreaterThan(17)
  expect(there.downMicros / second).toBeLessThan(30)
  expect(there.overlapMicros).toBeGreaterThan(there.downMicros - second)
  expect(look(cluster).instances).toMatchObject([{ id: 'w2', role: 'writer', status: 'open' }])
  expect(look(cluster).serverless!.instances).toHaveLength(1)
  give(cluster, start('addFailover', 'db.r6g.large', { onto: 'w1' }))
  run(cluster, 90 * second)
  expect(endOf(cluster)).toMatchObject({ outcome: 'done', notCarried: 0 })
  expect(look(cluster).instances).toMatchObject([{ id: 'w1', role: 'writer' }])
  expect(look(cluster).serverless).toBeNull()
  expect(cluster.simulation.broken).toBeNull()
  expect(sweep(cluster)).toBeNull()
})

test('Z6: the old writer is lost meanwhile: the new one takes over, the plan goes on', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, start('addFailover', 'serverless'))
  run(cluster, 10 * second)
  inject(cluster, 'AzOutage', 'az-b')
  run(cluster, 110 * second)
  expect(endOf(cluster)).toMatchObject({ outcome: 'done', notCarried: 0 })
  expect(look(cluster).instances).toMatchObject([{ id: 'w2', role: 'writer', status: 'open' }])
  heal(cluster, 'AzOutage', 'az-b')
  run(cluster, 20 * second)
  expect(look(cluster).instances).toHaveLength(1)
  expect(sweep(cluster)).toBeNull()
})

test('Z4: in place the only instance answers nobody for as long as it restarts', () => {
  const cluster = startChangeable()
  run(cluster, second)
  give(cluster, start('inPlace', 'serverless'))
  run(cluster, 40 * second)
  const { downMicros: down, overlapMicros } = endOf(cluster)
  expect(down / second).toBeGreaterThan(15)
  expect(down / second).toBeLessThan(25)
  expect(overlapMicros).toBe(0)
  const { serverless, modify } = cluster.simulation.world
  expect(serverless!.capacities[0]).toMatchObject({ instance: 0, reported: 1_000_000 })
  expect(modify!.spans).toMatchObject([{ instance: 'w1', until: 6 * second }])
})

test('Z4: with a reader the cluster fails over while the writer changes its class', () => {
  const cluster = startChangeable({ reader: 'db.r6g.large' })
  run(cluster, second)
  give(cluster, { do: 'ModifyCluster', change: 'class', instance: 'w1', class: 'serverless' })
  run(cluster, 60 * second)
  expect(factsOf(cluster, 'ReaderPromoted')[0]!.parameters.instance).toBe('r1')
  expect(look(cluster).instances[0]).toMatchObject({ id: 'w1', role: 'reader', status: 'open' })
  expect(sweep(cluster)).toBeNull()
})

test('Z4: the range stays stored, and what was serverless first has no capacity any more', () => {
  const cluster = startChangeable({ writer: 'serverless', reader: 'serverless', min: 2 })
  run(cluster, 5 * second)
  give(cluster, { do: 'ModifyCluster', change: 'class', instance: 'w1', class: 'db.r6g.large' })
  run(cluster, 60 * second)
  const { serverless } = cluster.simulation.world
  expect(serverless!.capacities.map(({ instance }) => instance)).toEqual([1])
  expect(serverless).toMatchObject({ min: 2_000_000, max: 16_000_000 })
  expect(cluster.simulation.broken).toBeNull()
})

test('Z5: a failover that is asked for needs no detection', () => {
  const cluster = startChangeable({ reader: 'db.r6g.large' })
  run(cluster, second)
  give(cluster, { do: 'ModifyCluster', change: 'failover', instance: 'r1' })
  run(cluster, 40 * second)
  expect(factsOf(cluster, 'InstanceSuspected')).toHaveLength(0)
  const [promoted] = factsOf(cluster, 'ReaderPromoted')
  expect(promoted!.parameters).toMatchObject({ instance: 'r1' })
  expect(promoted!.at).toBeLessThan(19 * second)
  expect(look(cluster).instances[0]).toMatchObject({ role: 'reader', status: 'open' })
})

test('Z11: another tier decides at once who takes over', () => {
  const cluster = startChangeable({ reader: 'db.r6g.large' })
  give(cluster, { do: 'ModifyCluster', change: 'add', instance: 'w2', class: 'db.r6g.large' })
  run(cluster, 33 * second)
  give(cluster, { do: 'ModifyCluster', change: 'tier', instance: 'r1', tier: 9 })
  expect(look(cluster).failover!.readers.map(({ tier }) => tier)).toEqual([9, 1])
  expect(downMicros(cluster)).toBe(0)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 25 * second)
  expect(factsOf(cluster, 'ReaderPromoted')[0]!.parameters.instance).toBe('w2')
})

test('Z8: what is committed after the snapshot began is counted; a plan is called off', () => {
  const cluster = startChangeable()
  run(cluster, second)
  const before = cluster.simulation.world.totals.committed
  give(cluster, start('snapshot', 'serverless'))
  run(cluster, 70 * second)
  expect(endOf(cluster).notCarried).toBeGreaterThan(150)
  expect(endOf(cluster).notCarried).toBeLessThanOrEqual(
    cluster.simulation.world.totals.committed - before,
  )
  give(cluster, start('addFailover', 'serverless'))
  run(cluster, 5 * second)
  give(cluster, { do: 'AbortMigration' })
  expect(endOf(cluster).outcome).toBe('aborted')
  run(cluster, 60 * second)
  expect(factsOf(cluster, 'ReaderPromoted')).toHaveLength(0)
  expect(look(cluster).instances).toHaveLength(2)
})

test('Z2, Z3, Z5: what cannot be done is refused with its reason', () => {
  const cluster = startChangeable({ reader: 'serverless', min: 0, sessions: 0 })
  const change = (what: ModifyChange, instance: string, name = '') =>
    reasonOf(cluster, {
      do: 'ModifyCluster',
      change: what,
      instance,
      ...(name === '' ? {} : { class: name }),
    })
  run(cluster, second)
  expect(change('add', 'w1')).toBe('reason.placeTaken')
  expect(change('add', 'w9')).toBe('reason.noPlace')
  expect(change('add', 'w2', 'db.r9.huge')).toBe('reason.noSuchClass')
  expect(change('remove', 'w1')).toBe('reason.writerStays')
  expect(change('failover', 'w1')).toBe('reason.isWriter')
  expect(change('failover', 'w2')).toBe('reason.notServing')
  expect(change('class', 'w1', 'db.r6g.large')).toBe('reason.sameClass')
  expect(change('tier', 'w1')).toBe('reason.noSuchTier')
  expect(reasonOf(cluster, { do: 'AbortMigration' })).toBe('reason.noPlanRuns')
  inject(cluster, 'AzOutage', 'az-a')
  expect(change('add', 'w2')).toBe('reason.zoneIsOut')
  heal(cluster, 'AzOutage', 'az-a')
  expect(reasonOf(cluster, start('addFailover', 'serverless'))).toBeNull()
  expect(change('remove', 'r1')).toBe('reason.planRuns')
})

test('Z9: a process at an empty place, a capacity too many, and another class are caught', () => {
  const cluster = startChangeable()
  run(cluster, second)
  const { world } = cluster.simulation
  world.instances[1]!.status = 'open'
  expect(sweep(cluster)?.key).toBe('law.placesAgree.runs')
  world.instances[1]!.status = 'down'
  world.modify!.places[0]!.class = 'serverless'
  expect(sweep(cluster)?.key).toBe('law.placesAgree.class')
  world.modify!.places[0]!.class = 'db.r6g.large'
  world.modify!.places[0]!.state = 'spare'
  expect(sweep(cluster)?.key).toBe('law.placesAgree.writer')
  world.modify!.places[0]!.state = 'present'
  world.serverless!.cpus[0] = { speedPpm: 1_000_000, askedMicros: 0, undoneMicros: 0 }
  expect(sweep(cluster)?.key).toBe('law.placesAgree.capacity')
})
