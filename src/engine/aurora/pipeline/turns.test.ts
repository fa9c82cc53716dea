/** What one turn of each background step takes up, and what one answer of a segment says. */
import { expect, test } from 'vitest'
import { factsOf, inject, run, startCluster } from '../../testing/startCluster.ts'
import type { Cast, Cluster } from '../../testing/startCluster.ts'
import type { Segment } from '../world.ts'
import { beginBackup, endBackup } from './backUp.ts'
import { canGive } from './canGive.ts'
import { beginCollection } from './collect.ts'
import { laneOf } from './laneOf.ts'
import type { Lane } from './pipeline.ts'
import { throttleMicros } from './throttle.ts'

const second = 1_000_000

interface Standing {
  cluster: Cluster
  segment: Segment
  lane: Lane
}

/** The first copy of the group and its lane, background work being counted. */
function standing(cast: Cast = {}): Standing {
  const cluster = startCluster({ sessions: 1, think: '50ms', ...cast })
  run(cluster, 1.5 * second)
  const { world } = cluster.simulation
  const segment = world.groups[0]!.segments[0]!
  return { cluster, segment, lane: laneOf(world, segment)! }
}

test('P6: what lies above the lowest read point is not collected, nor a part of a backup', () => {
  const { cluster, segment, lane } = standing()
  lane.collecting = null
  lane.marks = [40, 60, 80].map(lsn => ({ at: 0, lsn, records: lsn / 10 }))
  segment.lowestReadPoint = 79
  beginCollection(cluster.simulation.world, segment, lane)
  expect(lane.collecting).toMatchObject({ lsn: 60, records: 10 })
  lane.collecting = null
  segment.lowestReadPoint = 39
  beginCollection(cluster.simulation.world, segment, lane)
  expect(lane.collecting).toBeNull()
})

test('P5: a backup ends at the first gap, and is none before its last record is staged', () => {
  const { cluster, segment, lane } = standing()
  const { world, context } = cluster.simulation
  const { backedUp, staged } = lane
  lane.staging = null
  lane.fresh = 7
  segment.highestHeld = segment.scl + 5
  beginBackup(world, { ...segment, scl: backedUp + 20 }, lane)
  expect(lane.staging).toMatchObject({ lsn: backedUp + 20, records: 7, left: 7 })
  endBackup(context, segment, lane)
  expect(lane.backedUp).toBe(backedUp)
  lane.staging!.left = 0
  endBackup(context, segment, lane)
  expect(lane).toMatchObject({ backedUp: backedUp + 20, staged: staged + 7, staging: null })
})

test('P5: a node that crashes has what it was staging before it again', () => {
  const { cluster, lane } = standing()
  const usual = { lsn: 1_000_000, left: 900, since: 0 }
  lane.staging = { ...usual, records: 9 }
  lane.collecting = { ...usual, records: 5 }
  lane.fresh = 4
  inject(cluster, 'NodeCrash', 'node-a1')
  expect(lane).toMatchObject({ staging: null, collecting: null, fresh: 13 })
})

test('P8: a page damaged behind the scrub is found by the next one', () => {
  const parameters = { 'storage.scrubPeriod': '10s' }
  const { cluster } = standing({ parameters })
  run(cluster, 8.5 * second + 10 * 500)
  inject(cluster, 'PageCorruption', 'pg1/a1', { page: 3 })
  run(cluster, 2 * second)
  expect(factsOf(cluster, 'CorruptionFound')).toEqual([])
  run(cluster, 9 * second)
  expect(factsOf(cluster, 'CorruptionFound')).toMatchObject([{ at: 20 * second + 4 * 500 }])
})

/** Whether a copy gives page 3 to an asker that has collected so much, in this volume epoch. */
function gives({ cluster, segment }: Standing, collected: number, epoch: number): boolean {
  const { world } = cluster.simulation
  const { messages } = world.network
  messages.b[1] = 3
  messages.c[1] = collected
  messages.d[1] = epoch
  return canGive(world, segment, 1)
}

test('P10: a peer gives a page when it has all that the asker has collected, in its epoch', () => {
  const copy = standing()
  const { scl, epoch } = copy.segment
  expect(gives(copy, scl, epoch)).toBe(true)
  expect(gives(copy, scl + 1, epoch)).toBe(false)
  expect(gives(copy, scl, epoch + 1)).toBe(false)
  inject(copy.cluster, 'PageCorruption', 'pg1/a1', { page: 3 })
  expect(gives(copy, scl, epoch)).toBe(false)
})

test('P4, Q9: a tail has no page to give', () => {
  const { cluster, segment, lane } = standing({ parameters: { 'quorum.fullSegments': 3 } })
  const tail = cluster.simulation.world.groups[0]!.segments[1]!
  expect(gives({ cluster, segment: tail, lane }, 0, 1)).toBe(false)
  expect(gives({ cluster, segment, lane }, 0, 1)).toBe(true)
})

/** What is added to a write while so many records wait behind the foreground. */
function delayAt({ cluster, segment, lane }: Standing, backlog: number): number {
  lane.settledAt = cluster.simulation.world.now
  lane.unsorted = backlog
  lane.dueRecords = 0
  return throttleMicros(cluster.simulation.context, segment, lane)
}

test('P3: the delay is the time to be back at the limit, at most 100 ms, and ends there', () => {
  const parameters = { 'storage.throttleBacklog': 100, 'storage.capacity': 1_000 }
  const copy = standing({ parameters })
  expect(delayAt(copy, 100)).toBe(0)
  expect(delayAt(copy, 140)).toBe(10_000)
  expect(delayAt(copy, 100_000)).toBe(100_000)
  expect(delayAt(copy, 60)).toBe(0)
  const told = ['ThrottleBegan', 'ThrottleEnded'] as const
  const { facts } = copy.cluster
  const throttled = facts.filter(({ fact }) => told.some(name => name === fact))
  expect(throttled.map(({ fact }) => fact)).toEqual(['ThrottleBegan', 'ThrottleEnded'])
})

test('P3: while it is throttled a copy answers later', () => {
  const answers = [0, 9_000_000].map(unsorted => {
    const parameters = { 'storage.throttleBacklog': 100, 'network.jitter': 0 }
    const { cluster, segment, lane } = standing({ parameters })
    lane.settledAt = cluster.simulation.world.now
    lane.unsorted = unsorted
    const { at } = cluster.facts.at(-1)!
    run(cluster, 0.3 * second)
    const persisted = factsOf(cluster, 'RecordsPersisted').filter(fact => fact.at > at)
    return persisted.find(({ parameters: its }) => its.segment === segment.id)!.at
  })
  expect(answers[1]! - answers[0]!).toBe(100_000)
})
