/** Which links are cut follows from the faults in force: one cut of several is enough (rule N8). */
import type { Context } from '../aurora/context.ts'
import { linksCutBy } from '../aurora/linkTarget.ts'
import { cut, linkOf } from '../kernel/network.ts'

export function switchCuts(ctx: Context): void {
  const { world } = ctx
  const { network } = world
  network.cut.fill(0)
  for (const active of world.faults) {
    for (const { from, to } of linksCutBy(world, active)) {
      if (network.cut[linkOf(network, from, to)] === 0) cut(network, from, to)
    }
  }
  ctx.touched.hasTopologyChanged = true
  for (const mechanism of ctx.mechanisms) mechanism.linksChanged?.(ctx)
}
