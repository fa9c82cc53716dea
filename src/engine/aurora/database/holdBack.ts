/**
 * Back-pressure: no LSN is given above the allocation limit, max(VDL, end of the newest
 * truncation range) + LAL (2017 §4.2.1; the max is derived, R6). Who needs more waits in order.
 * Rule L8.
 */
import type { Lsn } from '../../contract/units.ts'
import { type Context, tell } from '../context.ts'
import type { Instance } from '../instance.ts'
import type { World } from '../world.ts'
import { pushSlot } from './slotRing.ts'
import { transactionPhase } from './transactions.ts'

export function allocationLimit(world: World, instance: Instance): Lsn {
  const { memory } = instance
  const base = Math.max(memory.vdl, memory.newestRangeEnd)
  return base + world.parameters['storage.lsnAllocationLimit']
}

/** Whether this many records fit below the limit. */
export function isRoomFor(world: World, instance: Instance, records: number): boolean {
  return instance.memory.nextLsn - 1 + records <= allocationLimit(world, instance)
}

/** While somebody is held back, nobody overtakes who is not. */
export function mayWrite(world: World, instance: Instance, txn: number, records: number): boolean {
  const { blocked, transactions } = instance.memory
  const isInTurn = blocked.count === 0 || transactions.phase[txn] === transactionPhase.heldBack
  return isInTurn && isRoomFor(world, instance, records)
}

export function holdBack(ctx: Context, index: number, txn: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const { memory } = instance
  memory.transactions.phase[txn] = transactionPhase.heldBack
  pushSlot(memory.blocked, txn)
  if (memory.blockedSince !== null) return
  memory.blockedSince = world.now
  const limit = allocationLimit(world, instance)
  tell(ctx, 'BackPressureBegan', { instance: instance.id, highestLsn: memory.nextLsn - 1, limit })
}
