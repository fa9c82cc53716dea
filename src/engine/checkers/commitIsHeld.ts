/**
 * An acknowledged commit is held by a write set, and so is every record before it, from the
 * acknowledgement on and through every recovery; so is all that a recovery keeps (2017 §4.2.2;
 * rules L7, R4, R8).
 */
import type { Context } from '../aurora/context.ts'
import { findRecord } from '../aurora/storage/findRecord.ts'
import { bitCount, bitsAtLeast, isSatisfied, neededCount } from '../aurora/storage/quorum.ts'
import { uncountedBits } from '../aurora/storage/quorumSets.ts'
import { isAnnulled, rowOf } from '../aurora/storage/redoLog.ts'
import type { ProtectionGroup, World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'commitIsHeld'

interface Acknowledged {
  /** The highest LSN of an acknowledged commit. */
  lsn: number
  /** Ordinal up to which every record was found on a write set. */
  ordinal: number
  /** Truncation ranges looked at. */
  ranges: number
  /** Of the newest writer that was seen to open the volume. */
  epoch: number
}

export const commitIsHeld: Law<Acknowledged> = {
  id,
  rule: 'K4',
  watches: ['instanceCount', 'commitCount'],
  remember: () => ({ lsn: 0, ordinal: -1, ranges: 0, epoch: 1 }),
  after(ctx: Context, acknowledged) {
    const { touched, world } = ctx
    if (touched.instanceCount > 0 && world.volume.truncations.length > acknowledged.ranges) {
      const broken = checkRanges(world, acknowledged)
      if (broken) return broken
    }
    if (touched.instanceCount > 0 && world.volume.epoch > acknowledged.epoch) {
      const broken = checkOpened(world, acknowledged)
      if (broken) return broken
    }
    for (let index = 0; index < touched.commitCount; index++) {
      const lsn = touched.commits[index]!
      if (lsn <= acknowledged.lsn) continue
      const broken = checkUpTo(world, acknowledged, lsn)
      if (broken) return broken
    }
    return null
  },
  sweep(world, acknowledged) {
    const from = { ...acknowledged, ordinal: world.log.first - 1 }
    const broken = checkRanges(world, { ...acknowledged, ranges: 0 }) ?? checkBases(world)
    return broken ?? checkRecords(world, from, acknowledged.ordinal)
  },
}

function checkUpTo(world: World, acknowledged: Acknowledged, lsn: number): Broken | null {
  const ordinal = findRecord(world.log, lsn)
  if (ordinal < 0) return missing(lsn, '', 0, 0)
  const broken = checkRecords(world, acknowledged, ordinal)
  acknowledged.lsn = lsn
  acknowledged.ordinal = ordinal
  return broken
}

function checkRecords(world: World, { ordinal }: Acknowledged, upTo: number): Broken | null {
  const { log, groups } = world
  for (let next = Math.max(ordinal + 1, log.first); next <= upTo; next++) {
    if (isAnnulled(log, next)) continue
    const row = rowOf(log, next)
    const group = groups[log.group[row]!]!
    const heldBy = log.heldBy[row]! | uncountedBits(world, log.group[row]!)
    if (isSatisfied(group.write, heldBy)) continue
    return missing(log.lsn[row]!, group.id, bitCount(heldBy), neededCount(group.write))
  }
  return null
}

/** No recovery may annul what was acknowledged. */
function checkRanges(world: World, acknowledged: Acknowledged): Broken | null {
  const { truncations } = world.volume
  for (let index = acknowledged.ranges; index < truncations.length; index++) {
    const { above, upTo } = truncations[index]!
    if (acknowledged.lsn <= above || acknowledged.lsn > upTo) continue
    const parameters = { lsn: acknowledged.lsn, above }
    return { law: id, key: `law.${id}.annulled`, parameters }
  }
  acknowledged.ranges = truncations.length
  return null
}

/** R8: a writer that opens finds all that it kept on a write set. */
function checkOpened(world: World, acknowledged: Acknowledged): Broken | null {
  for (const { role, status, memory } of world.instances) {
    if (role !== 'writer' || status !== 'open' || memory.epoch <= acknowledged.epoch) continue
    acknowledged.epoch = memory.epoch
    return checkRecords(world, acknowledged, memory.vdlOrdinal)
  }
  return null
}

/** What the log no longer keeps one by one is on a write set as a whole. */
function checkBases(world: World): Broken | null {
  for (let index = 0; index < world.groups.length; index++) {
    const group = world.groups[index]!
    const bits = baseBits(group) | uncountedBits(world, index)
    if (group.baseLsn === 0 || isSatisfied(group.write, bits)) continue
    return missing(group.baseLsn, group.id, bitCount(bits), neededCount(group.write))
  }
  return null
}

function baseBits({ segments, baseLsn }: ProtectionGroup): number {
  return bitsAtLeast(
    segments.map(({ scl }) => scl),
    baseLsn,
  )
}

function missing(lsn: number, group: string, held: number, needed: number): Broken {
  return { law: id, key: `law.${id}`, parameters: { lsn, group, held, needed } }
}
