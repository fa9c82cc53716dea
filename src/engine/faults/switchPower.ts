/**
 * Power follows from the faults in force: a node that crashed by itself and stands in a zone that
 * is out has no power until both are healed. What has power already, or none, is left alone.
 * Rule N8.
 */
import type { Context } from '../aurora/context.ts'
import { crashInstance, restartInstance } from '../aurora/database/crashInstance.ts'
import { crashNode, restartNode } from '../aurora/storage/nodePower.ts'
import type { World } from '../aurora/world.ts'
import type { FaultKind } from '../contract/faults.ts'
import { setDown } from '../kernel/network.ts'

function isInForce(world: World, kind: FaultKind, target: string): boolean {
  return world.faults.some(({ fault, target: its }) => fault === kind && its === target)
}

export function isZoneOut(world: World, zone: string): boolean {
  return isInForce(world, 'AzOutage', zone)
}

export function switchNodes(ctx: Context): void {
  const { world, cause } = ctx
  for (let index = 0; index < world.nodes.length; index++) {
    const { id, zone, isUp } = world.nodes[index]!
    const isPatched = world.pipeline?.patch?.away === index
    const isGone = isInForce(world, 'NodeCrash', id) || isInForce(world, 'NodeLoss', id)
    const isDark = isPatched || isGone || isZoneOut(world, world.zones[zone]!.id)
    ctx.cause = cause
    if (isDark && isUp) crashNode(ctx, index)
    else if (!isDark && !isUp) restartNode(ctx, index)
  }
  ctx.cause = cause
}

/**
 * An instance that gets power again starts by itself: it restarts, then opens the volume. While
 * only its process is dead its host still answers; in a zone without power nobody does.
 */
export function switchInstances(ctx: Context): void {
  const { world, cause } = ctx
  for (let index = 0; index < world.instances.length; index++) {
    const { id, actor, zone, status } = world.instances[index]!
    const isZoneDark = isZoneOut(world, world.zones[zone]!.id)
    const isDown = isZoneDark || isInForce(world, 'InstanceCrash', id)
    ctx.cause = cause
    if (isDown && status !== 'down') crashInstance(ctx, index)
    else if (!isDown && status === 'down') restartInstance(ctx, index)
    setDown(world.network, actor, isZoneDark)
  }
  ctx.cause = cause
}
