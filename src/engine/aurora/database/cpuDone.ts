/** A CPU has done its part of a transaction, which now needs its pages. Rule W2. */
import type { Context } from '../context.ts'
import { noteCpuUse } from './cpu.ts'
import { runTransaction } from './runTransaction.ts'

export function cpuDone(ctx: Context, instance: number, txn: number, serial: number): void {
  const { memory } = ctx.world.instances[instance]!
  if (memory.transactions.serial[txn] !== serial) return
  noteCpuUse(memory, ctx.world.now)
  ctx.cause = memory.transactions.fact[txn]!
  runTransaction(ctx, instance, txn)
}
