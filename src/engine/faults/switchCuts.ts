/** Which links are cut follows from the faults in force: one cut of several is enough (rule N8). */
import type { Context } from '../aurora/context.ts'
import { linksOfTarget, type OneWay } from '../aurora/linkTarget.ts'
import type { World } from '../aurora/world.ts'
import type { FaultKind } from '../contract/faults.ts'
import type { TargetId } from '../contract/ids.ts'
import { cut, linkOf } from '../kernel/network.ts'

export function switchCuts(ctx: Context): void {
  const { world } = ctx
  const { network } = world
  network.cut.fill(0)
  for (const { fault, target } of world.faults) {
    for (const { from, to } of linksCutBy(world, fault, target)) {
      if (network.cut[linkOf(network, from, to)] === 0) cut(network, from, to)
    }
  }
  ctx.touched.hasTopologyChanged = true
}

/** A zone is cut off from the other zones, a dispatcher from all storage nodes. */
function linksCutBy(world: World, fault: FaultKind, target: TargetId): OneWay[] {
  if (fault === 'LinkCut') return linksOfTarget(world, target)
  if (fault === 'ZoneIsolation') {
    const others = world.zones.filter(({ id }) => id !== target)
    return others.flatMap(({ id }) => linksOfTarget(world, `${target}<>${id}`))
  }
  if (fault !== 'DispatcherCrash') return []
  return world.nodes.flatMap(({ id }) => linksOfTarget(world, `${target}<>${id}`))
}
