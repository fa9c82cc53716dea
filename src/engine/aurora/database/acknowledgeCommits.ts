/**
 * VDL has moved: every parked commit at or below it is durable and is acknowledged, several at
 * once if need be (2017 §4.2.2). Rule L7.
 */
import type { Context } from '../context.ts'
import { finishTransaction } from './finishTransaction.ts'
import { peekSlot, shiftSlot } from './slotRing.ts'

export function acknowledgeCommits(ctx: Context, instance: number): void {
  const { memory } = ctx.world.instances[instance]!
  const { parked, transactions } = memory
  while (parked.count > 0 && transactions.commitLsn[peekSlot(parked)]! <= memory.vdl) {
    finishTransaction(ctx, instance, shiftSlot(parked))
  }
}
