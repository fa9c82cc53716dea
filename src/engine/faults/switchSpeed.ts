/**
 * How slow a node is follows from the faults in force. Its messages are slow in both directions;
 * between two slow nodes the slower one decides (*assumption*, rule N9).
 */
import type { Context } from '../aurora/context.ts'
import type { World } from '../aurora/world.ts'
import type { Ppm } from '../contract/units.ts'
import { setSlow } from '../kernel/network.ts'

const usualSpeed = 1_000_000

export function switchSpeed(ctx: Context): void {
  const { world } = ctx
  for (const node of world.nodes) node.slowPpm = slowness(world, node.id)
  for (let from = 0; from < world.actors.length; from++) {
    for (let to = 0; to < world.actors.length; to++) {
      setSlow(world.network, from, to, Math.max(slownessOf(world, from), slownessOf(world, to)))
    }
  }
  ctx.touched.hasTopologyChanged = true
}

function slowness(world: World, node: string): Ppm {
  let slowest = usualSpeed
  for (const { fault, target, factor } of world.faults) {
    if ((fault !== 'SlowNode' && fault !== 'HotNode') || target !== node) continue
    slowest = Math.max(slowest, Math.floor((factor ?? 1) * usualSpeed + 0.5))
  }
  return slowest
}

function slownessOf(world: World, actor: number): Ppm {
  return world.nodes[actor - world.instances.length]?.slowPpm ?? usualSpeed
}
