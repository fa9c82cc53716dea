/**
 * Why a write is durable or not: which copies have it, which lack it and why, whether a write set
 * is met, and what the safe point waits for.
 */
import { writerIndex } from '../aurora/status/reachability.ts'
import { backLinks } from '../aurora/storage/backLinks.ts'
import { findRecord } from '../aurora/storage/findRecord.ts'
import { bitCount, isSatisfied, neededCount } from '../aurora/storage/quorum.ts'
import { isAnnulled, rowOf } from '../aurora/storage/redoLog.ts'
import type { ProtectionGroup, World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import { step } from './step.ts'
import { whyLacking } from './whyLacking.ts'
import { whyNotCounted } from './whyNotCounted.ts'
import { whyPoints } from './whyPoints.ts'

/** `depth` of the answer; its reasons stand one deeper. Null when there is no such record. */
export function whyRecord(world: World, lsn: number, depth: number): Cause[] | null {
  const ordinal = findRecord(world.log, lsn)
  if (ordinal < 0) return whyUnkept(world, lsn, depth)
  if (isAnnulled(world.log, ordinal)) return whyAnnulled(world, lsn, depth)
  const row = rowOf(world.log, ordinal)
  const group = world.groups[world.log.group[row]!]!
  return [
    answer(world, group, ordinal, depth),
    heldBy(world, group, ordinal, depth + 1),
    ...lackers(world, group, ordinal, depth + 1),
    links(world, ordinal, depth + 1),
    ...waiting(world, group, ordinal, depth + 1),
  ]
}

/** L20: where its three links lead. */
function links(world: World, ordinal: number, depth: number): Cause {
  const { volume, group, block } = backLinks(world, ordinal)
  const page = world.log.page[rowOf(world.log, ordinal)]!
  return step(depth, { key: 'why.record.links', parameters: { volume, group, block, page } })
}

function whyUnkept(world: World, lsn: number, depth: number): Cause[] | null {
  const { log } = world
  const oldest = log.next > log.first ? log.lsn[rowOf(log, log.first)]! : 0
  const annulled = whyAnnulled(world, lsn, depth)
  if (annulled) return annulled
  if (!(lsn >= 1 && lsn < oldest)) return null
  return [step(depth, { key: 'why.record.older', parameters: { lsn } }, { tone: 'good' })]
}

function whyAnnulled(world: World, lsn: number, depth: number): Cause[] | null {
  const range = world.volume.truncations.find(({ above, upTo }) => lsn > above && lsn <= upTo)
  if (!range) return null
  const more = { tone: 'bad', subject: `record:${lsn}` } as const
  return [step(depth, { key: 'why.record.annulled', parameters: { lsn, ...range } }, more)]
}

function answer(world: World, group: ProtectionGroup, ordinal: number, depth: number): Cause {
  const row = rowOf(world.log, ordinal)
  const lsn = world.log.lsn[row]!
  const heldByBits = world.log.heldBy[row]!
  const vdl = world.instances[writerIndex(world)]?.memory.vdl ?? 0
  const isDurable = isSatisfied(group.write, heldByBits)
  const name = lsn <= vdl ? 'acknowledged' : isDurable ? 'durable' : 'notDurable'
  const parameters = {
    lsn,
    group: group.id,
    vdl,
    held: bitCount(heldByBits),
    copies: group.segments.length,
    needed: neededCount(group.write),
  }
  const tone = name === 'acknowledged' ? 'good' : isDurable ? 'plain' : 'bad'
  return step(depth, { key: `why.record.${name}`, parameters }, { tone, subject: `record:${lsn}` })
}

function heldBy(world: World, group: ProtectionGroup, ordinal: number, depth: number): Cause {
  const segments = group.segments
    .filter(({ slot }) => isHeld(world, ordinal, slot))
    .map(({ id }) => id)
  const parameters = { segments, count: segments.length }
  const tone = segments.length > 0 ? 'good' : 'plain'
  return step(depth, { key: 'why.record.heldBy', parameters }, { tone })
}

function isHeld({ log }: World, ordinal: number, slot: number): boolean {
  return ((log.heldBy[rowOf(log, ordinal)]! >>> slot) & 1) === 1
}

function lackers(world: World, group: ProtectionGroup, ordinal: number, depth: number): Cause[] {
  return group.segments
    .filter(({ slot }) => !isHeld(world, ordinal, slot))
    .map(segment => whyLacking(world, segment, ordinal, depth))
}

/** Not acknowledged yet: who has it and does not count, and what the points wait for. */
function waiting(world: World, group: ProtectionGroup, ordinal: number, depth: number): Cause[] {
  const writer = world.instances[writerIndex(world)]
  const lsn = world.log.lsn[rowOf(world.log, ordinal)]!
  if (writer?.status !== 'open' || lsn <= writer.memory.vdl) return []
  const holders = group.segments.filter(({ slot }) => isHeld(world, ordinal, slot))
  return [
    ...holders.flatMap(segment => whyNotCounted(world, segment, lsn, depth)),
    ...whyPoints(world, lsn, depth),
  ]
}
