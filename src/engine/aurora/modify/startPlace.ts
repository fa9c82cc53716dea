/**
 * An instance starts at its place with the class that it is to have, and with nothing in memory; it
 * serves when it is open. Where its zone has no power it starts when that is back. Rules Z2, Z4.
 */
import type { EventRecord } from '../../kernel/eventQueue.ts'
import { schedule } from '../../kernel/eventQueue.ts'
import type { ModifyChange } from '../../contract/modify.ts'
import type { Micros } from '../../contract/units.ts'
import { type Context, tell } from '../context.ts'
import { dropCache } from '../database/bufferPool.ts'
import { restartInstance } from '../database/crashInstance.ts'
import { freshMemory } from '../database/createInstance.ts'
import { numberApart } from '../failover/beReader.ts'
import type { World } from '../world.ts'
import { becomeProvisioned, becomeServerless } from './becomeServerless.ts'
import type { Place } from './modify.ts'
import { modifyEventKind } from './modifyEventKind.ts'
import { serverlessClass } from './serverlessClass.ts'
import { closeSpan, openSpan } from './spans.ts'

/** Something begins that ends in a start; nothing else starts it meanwhile. */
export function planStart(
  { world, cause }: Pick<Context, 'world' | 'cause'>,
  index: number,
  state: Place['state'],
  takesMicros: Micros,
): void {
  const place = world.modify!.places[index]!
  place.state = state
  place.since = world.now
  place.endsAt = world.now + takesMicros
  place.isHeld = true
  place.turn++
  place.fact = cause
  const at = Math.max(world.now, place.endsAt - world.parameters['instance.restart'])
  schedule(world.queue, at, modifyEventKind.start, index, place.turn)
}

export function startDue(ctx: Context, { subject: index, detail: turn }: EventRecord): void {
  const { world } = ctx
  const place = world.modify!.places[index]!
  if (place.turn !== turn) return
  ctx.cause = place.fact
  if (place.state !== 'upgrading') takeClass(ctx, index, place.class)
  place.isHeld = false
  const { zone } = world.instances[index]!
  if (!world.zones[zone]!.isOut) restartInstance(ctx, index)
}

function takeClass(ctx: Context, index: number, name: string): void {
  const { world } = ctx
  const instance = world.instances[index]!
  becomeProvisioned(ctx, index)
  closeSpan(world, index)
  openSpan(world.modify!.spans, { instance: instance.id, class: name, from: world.now })
  const vcpus = world.setup.modify!.vcpus[name] ?? instance.vcpus
  instance.vcpus = vcpus
  instance.memory = freshMemory(world, vcpus, instance.memory)
  dropCache(instance.memory)
  if (instance.role === 'reader') numberApart(world, index)
  if (name === serverlessClass) becomeServerless(ctx, index)
}

const changes: Partial<Record<Place['state'], ModifyChange>> = {
  creating: 'add',
  starting: 'class',
  upgrading: 'upgrade',
}

/** Told once it serves. */
export function noteStarted(ctx: Context, index: number): void {
  const { world } = ctx
  const place = world.modify!.places[index]!
  const change = changes[place.state]
  if (place.isHeld || change === undefined) return
  if (!isServing(world, index)) return
  const tookMicros = world.now - place.since
  if (change === 'upgrade') delete world.modify!.isOldEngine
  place.state = 'present'
  place.since = world.now
  place.endsAt = 0
  ctx.cause = place.fact
  const { id: instance } = world.instances[index]!
  tell(ctx, 'ModificationEnded', { change, instance, class: place.class, tookMicros })
}

/** A reader once it follows the writer. */
export function isServing({ instances, failover }: World, index: number): boolean {
  const { status, role } = instances[index]!
  return status === 'open' && (role === 'writer' || failover!.streams[index]!.isJoined)
}
