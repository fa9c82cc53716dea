/** A record of the redo log as one looks at it inside a copy or a page. */
import { viewRecord } from '../../aurora/frame/viewRecords.ts'
import { isKept, type RedoLog, rowOf } from '../../aurora/storage/redoLog.ts'
import type { World } from '../../aurora/world.ts'
import type { Batch, HeldRecord } from '../../contract/inside.ts'

type PlainRecord = Batch['records'][number]

export function recordInside(world: World, ordinal: number): PlainRecord {
  const { heldBy: _, ...record } = viewRecord(world, ordinal)
  return record
}

/** `slot`: that of the copy one looks into. */
export function heldRecord(world: World, ordinal: number, slot: number): HeldRecord {
  const { heldBy, ...record } = viewRecord(world, ordinal)
  return { ...record, isHeld: ((heldBy >>> slot) & 1) === 1 }
}

/** Up to `most` ordinals along the group's chain, from `first` on. */
export function alongChain(log: RedoLog, first: number, most: number): number[] {
  const found: number[] = []
  for (let next = first; isKept(log, next) && found.length < most; ) {
    found.push(next)
    next = log.nextInGroup[rowOf(log, next)]!
  }
  return found
}
