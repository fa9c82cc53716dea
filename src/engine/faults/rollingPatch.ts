/**
 * A patch goes from node to node, zone by zone: each is away for `storage.patchAway`, the next one
 * goes when the last has caught up and no other member of its groups is down, so that at most one
 * member of a group is away at once (2017 §2.3; rule P15). It ends by itself.
 */
import { type Context, tell } from '../aurora/context.ts'
import { awaken } from '../aurora/pipeline/awaken.ts'
import type { Patch } from '../aurora/pipeline/pipeline.ts'
import { pipelineEventKind } from '../aurora/pipeline/pipelineEventKind.ts'
import type { World } from '../aurora/world.ts'
import type { ActiveFault } from '../contract/faults.ts'
import { schedule } from '../kernel/eventQueue.ts'
import { endFault } from './endFault.ts'
import type { FaultEntry } from './faultEntry.ts'
import { switchNodes } from './switchPower.ts'

/** How often it looks whether the next one may go. */
const lookMicros = 20_000

export const rollingPatch: FaultEntry = {
  fault: 'RollingPatch',
  target: 'volume-or-az',
  isOfSingleMaster: true,
  parameters: [],
  inject,
  heal: ctx => {
    ctx.world.pipeline!.patch = null
    switchNodes(ctx)
  },
}

function inject(ctx: Context, { target }: ActiveFault): void {
  const { world } = ctx
  const zone = world.zones.findIndex(({ id }) => id === target)
  const order = world.nodes.flatMap((node, index) =>
    zone < 0 || node.zone === zone ? [index] : [],
  )
  const patch: Patch = { target, order, next: 0, away: -1, since: world.now, wanted: [] }
  awaken(world).patch = patch
  goOn(ctx, patch)
}

export function patchDue(ctx: Context): void {
  const patch = ctx.world.pipeline?.patch
  if (!patch || patch.since > ctx.world.now) return
  if (patch.away >= 0) bringBack(ctx, patch)
  else goOn(ctx, patch)
}

function bringBack(ctx: Context, patch: Patch): void {
  const { world } = ctx
  if (world.now < patch.since + world.parameters['storage.patchAway']) return
  const { id, hosts } = world.nodes[patch.away]!
  patch.away = -1
  patch.wanted = hosts.map(host => world.groups[host >>> 3]!.tipLsn)
  tell(ctx, 'NodePatched', { node: id, done: patch.next, nodes: patch.order.length })
  switchNodes(ctx)
  lookAgain(world, lookMicros)
}

function goOn(ctx: Context, patch: Patch): void {
  const { world } = ctx
  if (!hasCaughtUp(world, patch)) return lookAgain(world, lookMicros)
  const node = patch.order[patch.next]
  if (node === undefined) return end(ctx, patch)
  if (!mayGo(world, node)) return lookAgain(world, lookMicros)
  patch.next++
  patch.away = node
  patch.since = world.now
  const { id } = world.nodes[node]!
  const { cause } = ctx
  ctx.cause = tell(ctx, 'NodePatchBegan', {
    node: id,
    done: patch.next - 1,
    nodes: patch.order.length,
  })
  switchNodes(ctx)
  ctx.cause = cause
  lookAgain(world, world.parameters['storage.patchAway'])
}

function lookAgain({ queue, now }: World, micros: number): void {
  schedule(queue, now + micros, pipelineEventKind.patchDue, 0)
}

function end(ctx: Context, { target }: Patch): void {
  const { faults } = ctx.world
  const active = faults.find(({ fault, target: its }) => fault === 'RollingPatch' && its === target)
  if (active) endFault(ctx, active, rollingPatch)
}

/** What the last one missed while it was away has been given to it. */
function hasCaughtUp(world: World, { next, order, wanted }: Patch): boolean {
  const last = order[next - 1]
  if (last === undefined) return true
  return world.nodes[last]!.hosts.every((host, index) => {
    const { scl } = world.groups[host >>> 3]!.segments[host & 7]!
    return scl >= (wanted[index] ?? 0)
  })
}

/** It runs, and so does every other member of its groups. */
function mayGo(world: World, node: number): boolean {
  const { isUp, hosts } = world.nodes[node]!
  if (!isUp) return false
  return hosts.every(host =>
    world.groups[host >>> 3]!.segments.every(segment => world.nodes[segment.node]!.isUp),
  )
}
