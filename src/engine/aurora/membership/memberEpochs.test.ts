/** What a membership epoch waits for, and what becomes of a request that carried an old one. */
import { expect, test } from 'vitest'
import { sets, start as startMembers, milli } from '../../testing/memberStage.ts'
import { type Cluster, factsOf, give, inject, run } from '../../testing/startCluster.ts'
import { step } from '../../simulation.ts'
import { batchRow } from '../database/batches.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { bitCount } from '../storage/quorum.ts'
import type { ProtectionGroup, World } from '../world.ts'
import { receiveStaleMembers } from './carryEpoch.ts'
import { receiveMembersChanged } from './writeEpoch.ts'

function groupOf({ simulation }: Cluster): ProtectionGroup {
  return simulation.world.groups[0]!
}

/** A message from the node of a slot to the writer, as it stands when it has come. */
function heard(cluster: Cluster, slot: number, kind: number, given: Partial<typeof payload>) {
  const { world, context } = cluster.simulation
  Object.assign(payload, given)
  const { actor } = world.nodes[groupOf(cluster).segments[slot]!.node]!
  return sendMessage(context, actor, world.instances[0]!.actor, kind)
}

/** The newest message of a kind on its way to a slot's node, as its six numbers. */
function newestTo({ simulation }: Cluster, slot: number, kind: number): number[] {
  const { messages } = simulation.world.network
  const { actor } = simulation.world.nodes[simulation.world.groups[0]!.segments[slot]!.node]!
  let newest = 0
  for (let row = 1; row < messages.usedRows; row++) {
    const isOne = messages.flags[row] !== 0 && messages.kind[row] === kind
    if (isOne && messages.to[row] === actor && messages.id[row]! > messages.id[newest]!)
      newest = row
  }
  const { a, b, c, d, e, f } = messages
  return [messages.id[newest]!, ...[a, b, c, d, e, f].map(column => column[newest]!)]
}

/** One event after the other until the epoch is in force; the slots that had it just before. */
function acknowledgedBefore(cluster: Cluster): number {
  let before = 0
  for (let event = 0; event < 5000; event++) {
    const { writing } = cluster.simulation.world.membership!.groups[0]!
    if (writing === null) return before
    before = writing.acknowledged
    step(cluster.simulation, 'event')
  }
  throw new Error('no epoch in force within 5,000 events')
}

test('M7: an epoch is in force with the fourth acknowledgement and not with the third', () => {
  const cluster = startMembers()
  run(cluster, 50 * milli)
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/c2' })
  expect(bitCount(acknowledgedBefore(cluster))).toBe(3)
  expect(factsOf(cluster, 'MembershipChanged')).toHaveLength(1)
})

/** F is being replaced by G, which is not filled yet, and the next epoch is being written. */
function writingBesideG(): Cluster {
  const cluster = startMembers({ parameters: { 'repair.transfer': '50s' } })
  run(cluster, 50 * milli)
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/c2' })
  run(cluster, 50 * milli)
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/b2' })
  return cluster
}

function acknowledge(cluster: Cluster, slot: number): boolean {
  const { world, context } = cluster.simulation
  const { writing } = world.membership!.groups[0]!
  const given = { a: 0, b: writing!.epoch, c: world.instances[0]!.memory.epoch }
  const row = heard(cluster, slot, messageNumber.MembersChanged, given)
  receiveMembersChanged(context, 0, row)
  return world.membership!.groups[0]!.writing === null
}

test('M5, M7: the acknowledgement of a member that does not count makes no epoch', () => {
  const cluster = writingBesideG()
  expect(sets(cluster).write).toBe('4/6(ABCDEF) and 4/6(ABCDEG)')
  expect(cluster.simulation.world.membership!.groups[0]!.uncounted).toBe(0b1000000)
  const [a, b, c, d, f, g] = [0, 1, 2, 3, 5, 6]
  const isInForce = [a, b, c, f, g].map(slot => acknowledge(cluster, slot!))
  expect(isInForce).toEqual([false, false, false, false, false])
  expect(acknowledge(cluster, d!)).toBe(true)
})

function withBatch(): { cluster: Cluster; number: number } {
  const cluster = startMembers({ sessions: 12, think: '1ms' })
  inject(cluster, 'LinkCut', 'w1>node-c2')
  run(cluster, 50 * milli)
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/a1' })
  run(cluster, 10 * milli)
  const { batches } = cluster.simulation.world.instances[0]!.memory.groups[0]!
  return { cluster, number: batches.number[batchRow(batches, 0)]! }
}

test('M8: the writer sends the refused batch to that member again, at once', () => {
  const { cluster, number } = withBatch()
  const [before] = newestTo(cluster, 5, messageNumber.WriteRedo)
  const given = { a: 0, b: 2, c: number, d: 0 }
  const { world, context } = cluster.simulation
  receiveStaleMembers(context, 0, heard(cluster, 5, messageNumber.StaleMembers, given))
  const [id, ...sent] = newestTo(cluster, 5, messageNumber.WriteRedo)
  expect(id).toBeGreaterThan(before!)
  expect(sent[5]! % 4_294_967_296).toBe(number)
  expect(Math.floor(sent[5]! / 4_294_967_296) + 1).toBe(world.groups[0]!.membershipEpoch)
})

/** A cluster that has heard of members, and the slot of a page read under way. */
function withRead(): { cluster: Cluster; read: number } {
  const parameters = { 'instance.bufferPoolPages': 4 }
  const cluster = startMembers({ sessions: 12, think: '1ms', reads: 4, parameters })
  run(cluster, 50 * milli)
  give(cluster, { do: 'ReplaceSegment', segment: 'pg1/a1' })
  run(cluster, 10 * milli)
  for (let event = 0; event < 5000 && askedRead(cluster) < 0; event++) {
    step(cluster.simulation, 'event')
  }
  return { cluster, read: askedRead(cluster) }
}

/** -1 = none. */
function askedRead({ simulation }: Cluster): number {
  const { number, firstSlot } = readsOf(simulation.world)
  return number.findIndex((its, read) => its !== 0 && firstSlot[read]! >= 0)
}

function readsOf({ instances }: World) {
  return instances[0]!.memory.reads
}

test('M8: the page is asked of that member again, at once', () => {
  const { cluster, read } = withRead()
  const { world, context } = cluster.simulation
  const number = readsOf(world).number[read]!
  const slot = readsOf(world).firstSlot[read]!
  const [before] = newestTo(cluster, slot, messageNumber.ReadPage)
  const given = { a: 0, b: 2, c: 0, d: number }
  receiveStaleMembers(context, 0, heard(cluster, slot, messageNumber.StaleMembers, given))
  const [id, ...asked] = newestTo(cluster, slot, messageNumber.ReadPage)
  expect(id).toBeGreaterThan(before!)
  expect(asked[3]! % 4_294_967_296).toBe(number)
})
