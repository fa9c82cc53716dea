/** Which links are cut follows from the faults in force: one cut of several is enough (rule N8). */
import type { Context } from '../aurora/context.ts'
import { cut, linkOf } from '../kernel/network.ts'
import { linksOfTarget } from '../aurora/linkTarget.ts'

export function switchCuts(ctx: Context): void {
  const { world } = ctx
  const { network } = world
  network.cut.fill(0)
  for (const { fault, target } of world.faults) {
    if (fault !== 'LinkCut') continue
    for (const { from, to } of linksOfTarget(world, target)) {
      if (network.cut[linkOf(network, from, to)] === 0) cut(network, from, to)
    }
  }
  ctx.touched.hasTopologyChanged = true
}
