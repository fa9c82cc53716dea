/** Story: a full protection group makes the volume add one (2017 §2.2, 2018 §4.1). Rule M16. */
import { expect, test } from 'vitest'
import { reportOf } from '../../report/reportOf.ts'
import { factsOf, heal, inject, look, run, startCluster } from '../../testing/startCluster.ts'

const milli = 1000
const second = 1_000_000
const parameters = { 'storage.pagesPerGroup': 20, 'instance.rowsPerPage': 8 }

/** 320 rows on 40 pages fill two groups of 20 to the brim. */
function growing() {
  return startCluster({ pattern: 'append', sessions: 3, think: '3ms', parameters })
}

test('M16 (reference G1, G2, G3): a row behind the last group adds one, two copies a zone', () => {
  const cluster = growing()
  expect(look(cluster).groups).toHaveLength(2)
  run(cluster, 30 * milli)
  const [grew] = factsOf(cluster, 'VolumeGrew')
  expect(grew!.parameters).toEqual({ group: 'pg3', geometryEpoch: 2, groups: 3 })
  const { groups, membership, nodes } = look(cluster)
  expect(membership!.geometryEpoch).toBe(2)
  const zones = groups[2]!.segments.map(({ zone }) => zone)
  expect(zones).toEqual(['az-a', 'az-a', 'az-b', 'az-b', 'az-c', 'az-c'])
  expect(nodes.flatMap(({ segments }) => segments)).toHaveLength(18)
  run(cluster, second)
  const grown = factsOf(cluster, 'VolumeGrew')
  expect(grown.length).toBeGreaterThan(1)
  expect(look(cluster).groups.at(-1)!.lastLsn).toBeGreaterThan(0)
})

test('M16: no copy of a new group goes to a node that is silent, lost or hot', () => {
  const cluster = growing()
  inject(cluster, 'NodeLoss', 'node-a3')
  inject(cluster, 'HotNode', 'node-b1')
  inject(cluster, 'NodeCrash', 'node-c3')
  run(cluster, 30 * milli)
  const nodes = look(cluster).groups[2]!.segments.map(({ node }) => node)
  expect(nodes.join(' ')).toBe('node-a1 node-a2 node-b3 node-b2 node-c1 node-c2')
})

test('M16: a zone that is out gets its copies of a new group, and fills them later', () => {
  const cluster = growing()
  inject(cluster, 'AzOutage', 'az-c')
  run(cluster, second / 2)
  expect(
    look(cluster)
      .groups[2]!.segments.slice(4)
      .map(({ scl }) => scl),
  ).toEqual([0, 0])
  expect(look(cluster).groups[2]!.lastLsn).toBeGreaterThan(0)
  heal(cluster, 'AzOutage', 'az-c')
  run(cluster, second)
  const { lastLsn, segments } = look(cluster).groups[2]!
  expect(segments.slice(4).map(({ scl }) => scl)).toEqual([lastLsn, lastLsn])
})

test('M16: what is in a new group survives the writer, and its copies are replaced', () => {
  const cluster = growing()
  run(cluster, second)
  inject(cluster, 'InstanceCrash', 'w1')
  heal(cluster, 'InstanceCrash', 'w1')
  inject(cluster, 'NodeCrash', 'node-b1')
  const before = factsOf(cluster, 'VolumeGrew').length
  run(cluster, 14 * second)
  expect(factsOf(cluster, 'VolumeOpened')).toHaveLength(1)
  expect(factsOf(cluster, 'VolumeGrew').length).toBeGreaterThan(before)
  expect(factsOf(cluster, 'MembershipChanged').map(({ parameters: its }) => its.change)).toContain(
    'settle',
  )
})

test('M16: the report tells the geometry epoch', () => {
  const cluster = growing()
  run(cluster, 30 * milli)
  const { volume } = reportOf(cluster.simulation.world, {
    digest: '',
    watched: [],
    capacity: [],
    broken: [],
    expectations: [],
  })
  expect(volume).toMatchObject({ geometryEpoch: 2, groups: [{}, {}, { membershipEpoch: 1 }] })
})
