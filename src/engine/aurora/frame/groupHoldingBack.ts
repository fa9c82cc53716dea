/**
 * The group that keeps the safe point from moving on: that of the first record above VCL, which
 * stops below the first record that no write set has (2018 §2.3, L5). -1 when nothing waits.
 */
import { writerIndex } from '../status/reachability.ts'
import { isAnnulled, rowOf } from '../storage/redoLog.ts'
import type { World } from '../world.ts'

export function groupHoldingBack(world: World): number {
  const ordinal = firstAboveVcl(world)
  return ordinal < 0 ? -1 : world.log.group[rowOf(world.log, ordinal)]!
}

/** Ordinal of the record that VCL waits for; -1 = none, or nobody who would wait. */
export function firstAboveVcl(world: World): number {
  const writer = world.instances[writerIndex(world)]
  if (writer?.status !== 'open') return -1
  const { log } = world
  let ordinal = Math.max(writer.memory.vclOrdinal + 1, log.first)
  while (ordinal < log.next && isAnnulled(log, ordinal)) ordinal++
  return ordinal < log.next ? ordinal : -1
}
