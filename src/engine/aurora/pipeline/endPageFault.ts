/** A damaged page that has been repaired is no fault in force any more. */
import { tell } from '../context.ts'
import type { Context } from '../mechanism.ts'
import type { Segment, World } from '../world.ts'
import type { ActiveFault } from '../../contract/faults.ts'

export function endPageFault(ctx: Context, segment: Segment, page: number): void {
  const { world } = ctx
  const healed = world.faults.find(fault => isBehind(world, fault, segment, page))
  if (!healed) return
  world.faults = world.faults.filter(fault => fault !== healed)
  ctx.touched.hasTopologyChanged = true
  tell(ctx, 'FaultHealed', { fault: healed.fault, target: healed.target })
}

export function isBehind(
  { nodes }: World,
  fault: ActiveFault,
  segment: Segment,
  page: number,
): boolean {
  const isThere = fault.target === segment.id || fault.target === nodes[segment.node]!.id
  return fault.fault === 'PageCorruption' && fault.page === page && isThere
}
