/** Names and the map: who goes where, when that changes, and what is refused. Rules U1–U3, U7. */
import { expect, test } from 'vitest'
import { sessionsOn, startMap } from '../../testing/routingStage.ts'
import { factsOf, give, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'

const second = 1_000_000

test('U2: the cluster endpoint of several writers moves when its writer is long gone', () => {
  const cluster = startMap({
    instances: ['w1', 'w2', 'w3'],
    workload: [{ id: 'shop', on: 'cluster' }],
  })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 7_900_000)
  expect(sessionsOn(cluster, 0)).toEqual({ w1: 3 })
  run(cluster, 2 * second)
  expect(factsOf(cluster, 'EndpointMoved')).toMatchObject([
    { at: 9 * second, parameters: { endpoint: 'cluster', to: 'w2' } },
  ])
  expect(sessionsOn(cluster, 0)).toEqual({ w2: 3 })
})

test('U2: with the other choice it stays with its writer', () => {
  const cluster = startMap({
    instances: ['w1', 'w2'],
    parameters: { 'multiMaster.choiceEndpointStays': 1 },
    workload: [{ id: 'shop', on: 'cluster' }],
  })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'EndpointMoved')).toEqual([])
  expect(sessionsOn(cluster, 0)).toEqual({ w1: 3 })
})

test('U2: a writer that is back before the name moves keeps it', () => {
  const cluster = startMap({
    instances: ['w1', 'w2'],
    quick: { 'instance.restart': second },
    workload: [{ id: 'shop', on: 'cluster' }],
  })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, second)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 20 * second)
  expect(factsOf(cluster, 'EndpointMoved')).toEqual([])
})

test('U3: a custom endpoint gives each connection the next open member', () => {
  const cluster = startMap({
    instances: ['w1', 'r1', 'r2', 'r3'],
    endpoints: [{ id: 'reports', kind: 'reader', members: ['r2', 'r3'] }],
    workload: [
      { id: 'report', on: 'reports', sessions: 4, transaction: { reads: 2 } },
      { id: 'shop', on: 'w1' },
    ],
  })
  expect(sessionsOn(cluster, 0)).toEqual({ r2: 2, r3: 2 })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'r3')
  run(cluster, 3 * second)
  expect(sessionsOn(cluster, 0)).toEqual({ r2: 4 })
  const { endpoints } = look(cluster).placement!
  expect(endpoints.map(({ id, leadsTo }) => [id, leadsTo])).toEqual([
    ['cluster', ['w1']],
    ['reader', ['r1', 'r2']],
    ['reports', ['r2']],
  ])
})

test('U1, W8: sessions that come later ask the name as all others did', () => {
  const cluster = startMap({
    instances: ['w1', 'r1', 'r2'],
    workload: [{ id: 'report', on: 'reader', sessions: 2, transaction: { reads: 2 } }],
  })
  give(cluster, { do: 'SetWorkload', workload: 'report', sessions: 6 })
  run(cluster, second)
  expect(sessionsOn(cluster, 0)).toEqual({ r1: 3, r2: 3 })
})

test('U3: a member that has become the writer is no member of readers any more', () => {
  const cluster = startMap({
    instances: ['w1', 'r1', 'r2'],
    parameters: { 'failover.roleChange': '1s', 'failover.recover': '1s' },
    endpoints: [
      { id: 'reports', kind: 'reader', members: ['r1', 'r2'] },
      { id: 'all', kind: 'any', members: ['r1', 'r2'] },
    ],
    workload: [{ id: 'report', on: 'reports', transaction: { reads: 2 } }],
  })
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  run(cluster, 20 * second)
  const { endpoints } = look(cluster).placement!
  expect(endpoints.map(({ id, leadsTo }) => [id, leadsTo])).toEqual([
    ['cluster', ['r1']],
    ['reader', ['r2']],
    ['reports', ['r2']],
    ['all', ['r1', 'r2']],
  ])
})

test('U1: placement changes while it runs; whoever waits for an answer gets it first', () => {
  const cluster = startMap({
    instances: ['w1', 'w2'],
    workload: [{ id: 'shop', on: 'w1', think: '1ms', sessions: 8 }],
  })
  run(cluster, second / 2)
  const before = cluster.facts.length
  give(cluster, { do: 'SetPlacement', workload: 'shop', on: 'w2' })
  run(cluster, second / 2)
  expect(sessionsOn(cluster, 0)).toEqual({ w2: 8 })
  const after = cluster.facts.slice(before)
  expect(after.filter(({ fact }) => fact === 'ConnectionLost')).toEqual([])
  expect(cluster.simulation.world.applications[0]!.errors).toBe(0)
  expect(cluster.simulation.world.instances[1]!.commits).toBeGreaterThan(100)
})

test('U1: with one writer reads go to readers and back, by any name', () => {
  const cluster = startMap({
    instances: ['w1', 'r1', 'r2'],
    endpoints: [{ id: 'all', kind: 'any', members: ['w1', 'r2'] }],
    workload: [{ id: 'report', on: 'cluster', sessions: 4, transaction: { reads: 2 } }],
  })
  const seen = ['reader', 'r1', 'all', 'cluster', 'w1'].map(on => {
    expect(give(cluster, { do: 'SetPlacement', workload: 'report', on })).toEqual({
      accepted: true,
    })
    run(cluster, second)
    return sessionsOn(cluster, 0)
  })
  expect(seen).toEqual([{ r1: 2, r2: 2 }, { r1: 4 }, { r2: 2, w1: 2 }, { w1: 4 }, { w1: 4 }])
})

test.each([
  ['w9', ['w1', 'w2']],
  ['reader', ['w1', 'w2']],
  ['round-robin', ['w1', 'r1']],
])('U1: %s is no place among %j', (on, instances) => {
  const cluster = startMap({ instances, workload: [{ id: 'shop' }] })
  expect(give(cluster, { do: 'SetPlacement', workload: 'shop', on })).toEqual({
    accepted: false,
    reason: { key: 'reason.unknownPlace', parameters: { place: on } },
  })
})

test('U1: an application behind a proxy is placed by the proxy', () => {
  const cluster = startCluster({ readers: 1, via: 'proxy' })
  expect(give(cluster, { do: 'SetPlacement', workload: 'shop', on: 'cluster' })).toEqual({
    accepted: false,
    reason: { key: 'reason.isViaProxy', parameters: { workload: 'shop' } },
  })
})

test('U7: shards of one table on two writers share no page and never conflict', () => {
  const half = (rows: [number, number]) => ({ table: 'cart', pattern: 'uniform' as const, rows })
  const conflictsOf = (rows: [number, number][]) => {
    const cluster = startMap({
      instances: ['w1', 'w2'],
      workload: rows.map((its, index) => ({
        id: `shard-${index + 1}`,
        on: `w${index + 1}`,
        think: '5ms',
        keys: half(its),
      })),
    })
    run(cluster, 2 * second)
    return factsOf(cluster, 'TransactionRolledBack').length
  }
  expect(
    conflictsOf([
      [0, 23],
      [24, 47],
    ]),
  ).toBe(0)
  expect(
    conflictsOf([
      [0, 47],
      [0, 47],
    ]),
  ).toBeGreaterThan(20)
})

test('U7: an application keeps to its part of the table', () => {
  const cluster = startMap({
    instances: ['w1', 'w2'],
    workload: [{ id: 'shop', on: 'w1', keys: { table: 'cart', pattern: 'hot', rows: [10, 29] } }],
  })
  run(cluster, 2 * second)
  const rows = factsOf(cluster, 'RowRead').map(({ parameters: { row } }) => row)
  expect(Math.min(...rows)).toBe(10)
  expect(Math.max(...rows)).toBeLessThanOrEqual(29)
  expect(look(cluster).placement!.applications[0]!.rows).toEqual([10, 29])
})

test('U8: the shape follows the map, by the pages that applications change', () => {
  const shard = (id: string, on: string, rows: [number, number]) => ({
    id,
    on,
    keys: { table: 'cart', pattern: 'uniform' as const, rows },
  })
  const cluster = startMap({
    instances: ['w1', 'w2'],
    workload: [shard('one', 'w1', [0, 23]), shard('two', 'w1', [24, 47])],
  })
  const shapes = [{}, { two: 'w2' }, { one: 'round-robin' }].map(moves => {
    for (const [workload, on] of Object.entries(moves)) {
      give(cluster, { do: 'SetPlacement', workload, on })
    }
    run(cluster, 200_000)
    return look(cluster).placement!.shape
  })
  expect(shapes).toEqual(['activePassive', 'divided', 'inTurn'])
  const sharing = startMap({
    instances: ['w1', 'w2'],
    workload: [shard('one', 'w1', [0, 20]), shard('two', 'w2', [21, 47])],
  })
  expect(look(sharing).placement!.shape).toBe('overlapping')
  const single = startMap({ instances: ['w1', 'r1'], workload: [{ id: 'shop' }] })
  expect(look(single).placement!.shape).toBe('byName')
})

test('what an application feels: commits, conflicts by cause and tries, lately and in all', () => {
  const cluster = startMap({
    instances: ['w1', 'w2'],
    workload: [{ id: 'shop', on: 'round-robin', think: '5ms', sessions: 6 }],
  })
  run(cluster, 2 * second)
  const { windowMicros, applications } = look(cluster).placement!
  const { totals, recent } = applications[0]!
  const rolledBack = factsOf(cluster, 'TransactionRolledBack')
  const { staleBase, inFlight, rowOwned } = totals.conflicts
  expect(windowMicros).toBeLessThanOrEqual(second)
  expect(staleBase + inFlight + rowOwned).toBe(rolledBack.length)
  expect(staleBase).toBeGreaterThan(10)
  expect(totals.retried).toBeGreaterThan(10)
  expect(totals.commits).toBe(cluster.simulation.world.applications[0]!.answered)
  expect(recent.commits).toBeLessThan(totals.commits)
  expect(recent.commits).toBeGreaterThan(totals.commits / 4)
  give(cluster, { do: 'SetWorkload', workload: 'shop', sessions: 0 })
  run(cluster, 5_300_000)
  const idle = look(cluster).placement!
  expect(idle.applications[0]!.recent.commits).toBe(0)
  expect(idle.windowMicros).toBeLessThanOrEqual(second)
  expect(cluster.simulation.world.routing!.notedAt).toHaveLength(1)
})
