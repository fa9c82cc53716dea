/**
 * The chain of a protection group: every record links back to the one before it in its group,
 * which is how a segment knows that it has no gap (2018 §2.2). Recovery cuts the chain above the
 * recovered point; the next record links to the last one kept (R6).
 */
import type { Lsn } from '../../contract/units.ts'
import type { ProtectionGroup, Segment, World } from '../world.ts'
import { isKept, type RedoLog, recordFlag, rowOf } from './redoLog.ts'

/** L1: the newest record of the group follows its tip. */
export function appendToGroup(world: World, group: number, ordinal: number): void {
  const { log } = world
  const chain = world.groups[group]!
  const row = rowOf(log, ordinal)
  log.group[row] = group
  log.previousInGroup[row] = chain.tipOrdinal
  if (isKept(log, chain.tipOrdinal)) log.nextInGroup[rowOf(log, chain.tipOrdinal)] = ordinal
  if (chain.baseOrdinal < 0) chain.baseOrdinal = ordinal
  chain.tipOrdinal = ordinal
  chain.tipLsn = log.lsn[row]!
  chain.recordCount++
  world.pageRecords[log.page[row]!]!++
}

/** Ordinal of the record that would raise the segment's SCL; -1 = none, or older than kept. */
export function nextForSegment(log: RedoLog, group: ProtectionGroup, segment: Segment): number {
  if (segment.sclOrdinal >= 0) return log.nextInGroup[rowOf(log, segment.sclOrdinal)]!
  return segment.scl === group.baseLsn ? group.baseOrdinal : -1
}

/**
 * R6: every record above `vdl` is annulled and leaves its chain; it stays in the log, crossed
 * out, until it is dropped. Returns how many.
 */
export function annulAbove(world: World, vdl: Lsn): number {
  const { log } = world
  let annulled = 0
  for (let ordinal = log.next - 1; ordinal >= log.first; ordinal--) {
    const row = rowOf(log, ordinal)
    if (log.lsn[row]! <= vdl) break
    if ((log.flags[row]! & recordFlag.annulled) !== 0) continue
    log.flags[row]! |= recordFlag.annulled
    annulled++
    takeBackTip(world, world.groups[log.group[row]!]!, row)
  }
  return annulled
}

/** The record at `row` was the tip of its group: the one before it is the tip again. */
function takeBackTip(world: World, group: ProtectionGroup, row: number): void {
  const { log } = world
  const previous = log.previousInGroup[row]!
  const isPreviousKept = isKept(log, previous)
  group.recordCount--
  group.tipOrdinal = isPreviousKept ? previous : -1
  group.tipLsn = isPreviousKept ? log.lsn[rowOf(log, previous)]! : group.baseLsn
  if (isPreviousKept) log.nextInGroup[rowOf(log, previous)] = -1
  else group.baseOrdinal = -1
}

/** Ordinal of the group's last record at or below `lsn`; -1 when the log keeps none. */
export function ordinalAtOrBelow(log: RedoLog, group: ProtectionGroup, lsn: Lsn): number {
  let ordinal = group.tipOrdinal
  while (isKept(log, ordinal) && log.lsn[rowOf(log, ordinal)]! > lsn) {
    ordinal = log.previousInGroup[rowOf(log, ordinal)]!
  }
  return isKept(log, ordinal) ? ordinal : -1
}

/** The group's last LSN at or below `lsn`: what an idle group is complete for (D2). */
export function lastLsnAtOrBelow(world: World, group: ProtectionGroup, lsn: Lsn): Lsn {
  if (group.tipLsn <= lsn) return group.tipLsn
  const ordinal = ordinalAtOrBelow(world.log, group, lsn)
  return ordinal < 0 ? group.baseLsn : world.log.lsn[rowOf(world.log, ordinal)]!
}
