/** A fault is over: it leaves the list, and its switches follow. */
import { type Context, tell } from '../aurora/context.ts'
import type { ActiveFault } from '../contract/faults.ts'
import type { FaultEntry } from './faultEntry.ts'

export function endFault(ctx: Context, active: ActiveFault, { heal }: FaultEntry): void {
  const { world } = ctx
  world.faults = world.faults.filter(fault => fault !== active)
  ctx.touched.hasTopologyChanged = true
  ctx.cause = tell(ctx, 'FaultHealed', { fault: active.fault, target: active.target })
  heal(ctx, active)
}
