/**
 * Power of a storage node. What was on disk survives; what was on its way to the disk, and every
 * timer of that life, does not. A node that comes back gossips at once (*assumption*, L17).
 */
import { setDown } from '../../kernel/network.ts'
import { type Context, tell } from '../context.ts'
import { scheduleGossip } from './gossip.ts'

export function crashNode(ctx: Context, index: number): void {
  const { world } = ctx
  const node = world.nodes[index]!
  if (!node.isUp) return
  node.isUp = false
  node.life++
  setDown(world.network, node.actor, true)
  ctx.touched.hasTopologyChanged = true
  ctx.cause = tell(ctx, 'NodeCrashed', { node: node.id })
  for (const mechanism of ctx.mechanisms) mechanism.nodeCrashed?.(ctx, index)
}

export function restartNode(ctx: Context, index: number): void {
  const { world } = ctx
  const node = world.nodes[index]!
  if (node.isUp) return
  node.isUp = true
  setDown(world.network, node.actor, false)
  ctx.touched.hasTopologyChanged = true
  ctx.cause = tell(ctx, 'NodeRestarted', { node: node.id })
  for (const host of node.hosts) {
    scheduleGossip(world, world.groups[host >>> 3]!.segments[host & 7]!, 0)
  }
  for (const mechanism of ctx.mechanisms) mechanism.nodeRestarted?.(ctx, index)
}
