/** Commits that waited through a stall and are on their way now that it is over; how many. */
import { slotAt } from '../database/slotRing.ts'
import { writerIndex } from '../status/reachability.ts'
import { findRecord } from '../storage/findRecord.ts'
import { rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

export function commitsInFlightAgain(world: World): number {
  const { resumedAt, isStalled } = world.status
  const { parked, transactions } = world.instances[writerIndex(world)]!.memory
  if (resumedAt === 0 || isStalled) return 0
  let waiting = 0
  while (waiting < parked.count) {
    const lsn = transactions.commitLsn[slotAt(parked, waiting)]!
    const ordinal = findRecord(world.log, lsn)
    if (ordinal < 0 || world.log.writtenAt[rowOf(world.log, ordinal)]! >= resumedAt) break
    waiting++
  }
  return waiting
}
