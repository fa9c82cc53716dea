/** Faults that were given a length of time end by themselves. */
import type { Context } from '../aurora/context.ts'
import { healFault } from './injectFault.ts'

export function endFaults(ctx: Context): void {
  const { cause } = ctx
  for (const fault of [...ctx.world.faults]) {
    if (fault.until === undefined || fault.until > ctx.world.now) continue
    ctx.cause = cause
    healFault(ctx, fault)
  }
  ctx.cause = cause
}
