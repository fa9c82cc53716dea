/**
 * A lost writer that no reader can replace is re-created on another host of its zone, within ten
 * minutes (Aurora's guide); then it opens the volume with nothing in memory. When the whole zone is
 * out, nothing happens by itself: an instance elsewhere is created by hand. Rule F16.
 */
import type { Micros } from '../../contract/units.ts'
import { schedule, type EventRecord } from '../../kernel/eventQueue.ts'
import { setDown, setLaw } from '../../kernel/network.ts'
import { type Context, tell, touchInstance } from '../context.ts'
import { zoneOfActor } from '../createWorld.ts'
import { eventKind } from '../eventKind.ts'
import type { World } from '../world.ts'
import { dropCache } from './bufferPool.ts'
import { createOpening } from './crashInstance.ts'
import { hasHosts } from './hasHosts.ts'
import { beginRecovery } from './opening.ts'

/** How often it is looked whether a zone has hosts again (*assumption*). */
const lookMicros = 10_000_000

/** F16: the bound holds for an open writer, so that recovery is part of it. */
export function awaitHost({ world }: Context, index: number): void {
  const { role, life } = world.instances[index]!
  const { parameters, queue, now } = world
  const isElsewhere = world.multiMaster !== null || world.serverless?.v1 !== undefined
  if (isElsewhere || role !== 'writer') return
  const wait = parameters['failover.withoutReplica'] - parameters['failover.recover']
  schedule(queue, now + Math.max(0, wait), eventKind.recreated, index, life)
}

/** It may have been replaced by a reader meanwhile, or be back. */
export function recreated(ctx: Context, { subject: index, detail: life }: EventRecord): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const isReplaced = world.failover !== null && world.failover.writer !== index
  if (instance.life !== life || instance.status !== 'down' || isReplaced) return
  const zone = zoneWithPower(world, instance.zone)
  if (zone < 0) return lookAgain(world, index)
  ctx.cause = world.status.stallFact
  const { parameters } = world
  const took = parameters['failover.withoutReplica'] - parameters['failover.recover']
  recreateIn(ctx, index, zone, took)
}

/** Where there is power but no capacity, until there is. */
function lookAgain(world: World, index: number): void {
  const { zone, life } = world.instances[index]!
  if (world.zones[zone]!.isOut || hasHosts(world, zone)) return
  schedule(world.queue, world.now + lookMicros, eventKind.recreated, index, life)
}

/** It begins to open the volume there. */
export function recreateIn(ctx: Context, index: number, zone: number, tookMicros: Micros): void {
  const { world } = ctx
  const { id } = world.instances[index]!
  ctx.cause = tell(ctx, 'InstanceRecreated', {
    instance: id,
    zone: world.zones[zone]!.id,
    tookMicros,
  })
  moveTo(world, index, zone)
  endCrash(ctx, id)
  start(ctx, index)
}

/** Its own; another one only if somebody creates it there. -1 = none. */
function zoneWithPower(world: World, own: number): number {
  const { zones, parameters } = world
  const takes = (zone: number) => !zones[zone]!.isOut && hasHosts(world, zone)
  if (takes(own)) return own
  if (parameters['failover.createElsewhere'] === 0) return -1
  return zones.findIndex((_, zone) => takes(zone))
}

function moveTo(world: World, index: number, zone: number): void {
  const { network, instances, actors } = world
  instances[index]!.zone = zone
  for (let other = 0; other < actors.length; other++) {
    const its = zoneOfActor(world, other)
    const law = its < 0 || its === zone ? 0 : 1
    setLaw(network, index, other, law)
    setLaw(network, other, index, law)
  }
}

/** What broke the old host does not break the new one. */
function endCrash(ctx: Context, target: string): void {
  const { world, cause } = ctx
  const isOver = world.faults.some(its => its.fault === 'InstanceCrash' && its.target === target)
  if (!isOver) return
  world.faults = world.faults.filter(
    ({ fault, target: its }) => fault !== 'InstanceCrash' || its !== target,
  )
  tell(ctx, 'FaultHealed', { fault: 'InstanceCrash', target })
  ctx.cause = cause
}

function start(ctx: Context, index: number): void {
  const { world } = ctx
  const instance = world.instances[index]!
  setDown(world.network, instance.actor, false)
  dropCache(instance.memory)
  instance.status = 'opening'
  instance.memory.opening = createOpening(ctx)
  touchInstance(ctx, index)
  ctx.touched.hasTopologyChanged = true
  beginRecovery(ctx, index, instance.memory.opening)
}
