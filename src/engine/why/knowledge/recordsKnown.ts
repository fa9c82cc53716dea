/**
 * The records of a group that an actor knows of: a writer those it has written, a reader those that
 * its stream has brought, a copy those it has, and the one that the back link of each names. Who
 * else has them is what SCLs told: nothing above one.
 */
import type { RecordView } from '../../contract/frame.ts'
import { writerIndex } from '../../aurora/status/reachability.ts'
import { isAnnulled, isKept, recordFlag, rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import { type Eyes, nodeOf, ownSlot } from './eyes.ts'

const shownAtMost = 16

/** `hasOlder`: the oldest of them follows on another one. */
export function recordsKnown(
  eyes: Eyes,
  group: number,
): { records: RecordView[]; hasOlder: boolean } {
  const { world } = eyes.ctx
  const ordinals = newestKnown(eyes, group).reverse()
  const records = ordinals.map(ordinal => recordKnown(eyes, group, ordinal))
  const oldest = ordinals[0]
  const before = oldest === undefined ? -1 : world.log.previousInGroup[rowOf(world.log, oldest)]!
  return { records, hasOlder: before >= 0 }
}

/** Ordinals, newest first. */
function newestKnown(eyes: Eyes, group: number): number[] {
  const { world } = eyes.ctx
  const { log } = world
  const found: number[] = []
  const knows = knowsOf(eyes, group)
  for (let ordinal = newestOrdinal(eyes); isKept(log, ordinal); ordinal--) {
    if (found.length >= shownAtMost) break
    if (log.group[rowOf(log, ordinal)] === group && knows(ordinal)) found.push(ordinal)
  }
  return found
}

function newestOrdinal({ ctx: { world }, actor, known }: Eyes): number {
  if (known.role === 'reader') return world.failover?.streams[actor]?.received ?? -1
  return world.log.next - 1
}

/** The test of an ordinal that goes down from the newest. */
function knowsOf(eyes: Eyes, group: number): (ordinal: number) => boolean {
  const { world } = eyes.ctx
  const { log } = world
  if (eyes.known.role === 'reader') return () => true
  if (eyes.known.role === 'writer') {
    const { nextLsn } = world.instances[eyes.actor]!.memory
    return ordinal => log.lsn[rowOf(log, ordinal)]! < nextLsn
  }
  const slot = ownSlot(eyes, group)
  if (slot < 0) return () => false
  let named = -1
  return ordinal => {
    const row = rowOf(log, ordinal)
    const isHeld = ((log.heldBy[row]! >>> slot) & 1) === 1
    if (!isHeld && ordinal !== named) return false
    if (isHeld) named = log.previousInGroup[row]!
    return true
  }
}

function recordKnown(eyes: Eyes, group: number, ordinal: number): RecordView {
  const { log } = eyes.ctx.world
  const row = rowOf(log, ordinal)
  const flags = log.flags[row]!
  const lsn = log.lsn[row]!
  return {
    lsn,
    page: log.page[row]!,
    transaction: log.transaction[row]!,
    isConsistencyPoint: (flags & recordFlag.consistencyPoint) !== 0,
    isCommit: (flags & recordFlag.commit) !== 0,
    heldBy: holdersKnown(eyes, group, row),
    state: stateKnown(eyes, group, ordinal),
    writtenAt: log.writtenAt[row]!,
  }
}

/** Its own copy has what it has; of the others all up to the SCL told. */
function holdersKnown({ ctx: { world }, known }: Eyes, group: number, row: number): number {
  const { log, groups } = world
  return groups[group]!.segments.reduce((bits, { id, slot }) => {
    const copy = known.segments.find(each => each.segment === id)!
    const isHeld = copy.isOwn
      ? ((log.heldBy[row]! >>> slot) & 1) === 1
      : log.lsn[row]! <= (copy.scl ?? 0)
    return isHeld ? bits | (1 << slot) : bits
  }, 0)
}

function stateKnown(eyes: Eyes, group: number, ordinal: number): RecordView['state'] {
  const { ctx, known, actor } = eyes
  const { log, instances } = ctx.world
  if (isAnnulled(log, ordinal) && knowsAnnulled(eyes, group, ordinal)) return 'annulled'
  const lsn = log.lsn[rowOf(log, ordinal)]!
  const durable =
    known.role === 'writer' ? instances[actor]!.memory.groups[group]!.pgcl : (known.vdl ?? 0)
  return lsn <= durable ? 'durable' : 'inFlight'
}

/** A copy has been told of the range when it has applied it; an instance, when it is writer now. */
function knowsAnnulled(eyes: Eyes, group: number, ordinal: number): boolean {
  const { world } = eyes.ctx
  if (nodeOf(eyes) < 0) return writerIndex(world) === eyes.actor
  const lsn = world.log.lsn[rowOf(world.log, ordinal)]!
  const range = rangeOf(world, lsn)
  const copy = world.groups[group]!.segments[ownSlot(eyes, group)]
  return range !== undefined && copy !== undefined && copy.truncationEpoch >= range.epoch
}

function rangeOf({ volume }: World, lsn: number) {
  return volume.truncations.find(({ above, upTo }) => lsn > above && lsn <= upTo)
}
