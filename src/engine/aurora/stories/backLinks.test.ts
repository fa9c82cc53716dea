/** Story: what each of a record's three back-links is good for, also across a recovery. */
import { expect, test } from 'vitest'
import { heal, inject, run, startCluster } from '../../testing/startCluster.ts'
import { backLinks, type BackLinks } from '../storage/backLinks.ts'
import { findRecord } from '../storage/findRecord.ts'
import { isAnnulled, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

/** Two groups; the writer dies in the middle of work, so that some records are annulled. */
function recovered(): World {
  const parameters = { 'storage.lsnAllocationLimit': 5000 }
  const work = { sessions: 12, writes: 3, think: '2ms', groups: 2 } as const
  const cluster = startCluster({ ...work, parameters })
  for (const node of ['a1', 'b1', 'c1']) inject(cluster, 'LinkCut', `w1>node-${node}`)
  run(cluster, 40_000)
  inject(cluster, 'InstanceCrash', 'w1')
  for (const node of ['a1', 'b1', 'c1']) heal(cluster, 'LinkCut', `w1>node-${node}`)
  heal(cluster, 'InstanceCrash', 'w1')
  run(cluster, 1_600_000)
  return cluster.simulation.world
}

/** Every record from this one back along a link. */
function walkBack(world: World, from: number, link: keyof BackLinks): number[] {
  const lsns: number[] = []
  for (let lsn = from; lsn > 0; ) {
    lsns.push(lsn)
    lsn = backLinks(world, findRecord(world.log, lsn))[link]
  }
  return lsns
}

/** LSNs of the kept records that count and have this property, newest first. */
function standing(world: World, isWanted: (row: number) => boolean): number[] {
  const { log } = world
  const lsns: number[] = []
  for (let ordinal = log.next - 1; ordinal >= log.first; ordinal--) {
    const row = rowOf(log, ordinal)
    if (!isAnnulled(log, ordinal) && isWanted(row)) lsns.push(log.lsn[row]!)
  }
  return lsns
}

test('L20 (reference W6): by the volume’s link the last record of each group is found', () => {
  const world = recovered()
  const all = standing(world, () => true)
  expect(world.volume.truncations).toHaveLength(1)
  expect(walkBack(world, all[0]!, 'volume')).toEqual(all)
  for (const [group, { tipLsn }] of world.groups.entries()) {
    expect(
      all.find(lsn => world.log.group[rowOf(world.log, findRecord(world.log, lsn))] === group),
    ).toBe(tipLsn)
  }
})

test('L20 (reference W6): by the group’s link a copy sees whether anything is missing', () => {
  const world = recovered()
  for (const [group, { tipLsn }] of world.groups.entries()) {
    const own = standing(world, row => world.log.group[row] === group)
    expect(walkBack(world, tipLsn, 'group')).toEqual(own)
  }
})

test('L20 (reference W6): by the block’s link one page is made from its own changes alone', () => {
  const world = recovered()
  const { log } = world
  const pages = new Set(
    standing(world, () => true).map(lsn => log.page[rowOf(log, findRecord(log, lsn))]!),
  )
  expect(pages.size).toBeGreaterThan(10)
  for (const page of pages) {
    const own = standing(world, row => log.page[row] === page)
    expect(walkBack(world, own[0]!, 'block')).toEqual(own)
  }
})

test('L20, R6 (reference X4): the first after a recovery links to the last one kept', () => {
  const world = recovered()
  const { above, upTo } = world.volume.truncations[0]!
  const first = standing(world, row => world.log.lsn[row]! > upTo).at(-1)!
  const kept = standing(world, row => world.log.lsn[row]! <= above)[0]!
  expect(backLinks(world, findRecord(world.log, first)).volume).toBe(kept)
})
