/**
 * The newest records of a group's chain, oldest first. Right after a recovery the annulled ones
 * among the newest are shown too, crossed out; new records soon take their place.
 */
import type { RecordView } from '../../contract/frame.ts'
import { writerIndex } from '../status/reachability.ts'
import { isSatisfied } from '../storage/quorum.ts'
import { isAnnulled, isKept, type RedoLog, recordFlag, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

const shownAtMost = 16
/** How far back annulled records are looked for; they end the log at their recovery. */
const lookedAtMost = 512

/** `live` counts those shown that are part of the chain. */
export function viewRecords(world: World, group: number) {
  const ordinals = newestOfChain(world, group)
  const annulled = world.volume.truncations.length > 0 ? newestAnnulled(world.log, group) : []
  const shown = [...ordinals, ...annulled].sort((one, other) => other - one)
  const newest = shown.slice(0, shownAtMost).reverse()
  const records = newest.map(ordinal => viewRecord(world, ordinal))
  return { records, live: records.filter(({ state }) => state !== 'annulled').length }
}

function newestOfChain({ log, groups }: World, group: number): number[] {
  const ordinals: number[] = []
  let ordinal = groups[group]!.tipOrdinal
  while (isKept(log, ordinal) && ordinals.length < shownAtMost) {
    ordinals.push(ordinal)
    ordinal = log.previousInGroup[rowOf(log, ordinal)]!
  }
  return ordinals
}

function newestAnnulled(log: RedoLog, group: number): number[] {
  const ordinals: number[] = []
  const end = Math.max(log.first, log.next - lookedAtMost)
  for (let ordinal = log.next - 1; ordinal >= end; ordinal--) {
    if (log.group[rowOf(log, ordinal)] === group && isAnnulled(log, ordinal)) ordinals.push(ordinal)
    if (ordinals.length === shownAtMost) break
  }
  return ordinals
}

/** What the writer knows as durable stays so, whoever has become a member since. */
export function viewRecord(world: World, ordinal: number): RecordView {
  const { log, groups, instances } = world
  const row = rowOf(log, ordinal)
  const group = log.group[row]!
  const flags = log.flags[row]!
  const heldBy = log.heldBy[row]!
  const pgcl = instances[writerIndex(world)]?.memory.groups[group]?.pgcl ?? 0
  const isDurable = log.lsn[row]! <= pgcl || isSatisfied(groups[group]!.write, heldBy)
  return {
    lsn: log.lsn[row]!,
    page: log.page[row]!,
    transaction: log.transaction[row]!,
    isConsistencyPoint: (flags & recordFlag.consistencyPoint) !== 0,
    isCommit: (flags & recordFlag.commit) !== 0,
    heldBy,
    state: (flags & recordFlag.annulled) !== 0 ? 'annulled' : isDurable ? 'durable' : 'inFlight',
    writtenAt: log.writtenAt[row]!,
  }
}
