/**
 * The changes of a cluster: an instance is added, removed, promoted, or given another class or
 * tier. Each but the tier may be given alone or as a step of a plan. Rules Z2 to Z5, Z11.
 */
import type { ModifyChange } from '../../contract/modify.ts'
import { type Context, tell } from '../context.ts'
import { crashInstance, restartInstance } from '../database/crashInstance.ts'
import { beginPromotion } from '../failover/promoteReader.ts'
import { becomeProvisioned } from './becomeServerless.ts'
import { closeSpan } from './spans.ts'
import { planStart } from './startPlace.ts'

/** Z2: nobody notices it until it serves. */
export function addInstance(ctx: Context, index: number, name: string): void {
  const { world } = ctx
  const takesMicros = world.setup.modify!.values['modify.create']
  world.modify!.places[index]!.class = name
  beginChange(ctx, index, 'add', takesMicros)
  planStart(ctx, index, 'creating', takesMicros)
}

/** Z4: it stops at once and starts with the other class. */
export function changeClass(ctx: Context, index: number, name: string): void {
  const { world } = ctx
  const takesMicros = world.setup.modify!.values['modify.restart']
  world.modify!.places[index]!.class = name
  beginChange(ctx, index, 'class', takesMicros)
  planStart(ctx, index, 'starting', takesMicros)
  crashInstance(ctx, index)
}

/** Z3: whoever is connected there has to ask its endpoint again. */
export function removeInstance(ctx: Context, index: number): void {
  const { world } = ctx
  const place = world.modify!.places[index]!
  beginChange(ctx, index, 'remove', 0)
  const { cause } = ctx
  place.isHeld = true
  delete place.isGreen
  crashInstance(ctx, index)
  ctx.cause = cause
  becomeProvisioned(ctx, index)
  closeSpan(world, index)
  place.state = 'spare'
  place.since = world.now
  place.endsAt = 0
  place.turn++
  const { id: instance } = world.instances[index]!
  ctx.cause = cause
  tell(ctx, 'ModificationEnded', {
    change: 'remove',
    instance,
    class: place.class,
    tookMicros: 0,
  })
}

/** Z11: at once, and nobody notices. */
export function changeTier(ctx: Context, index: number, tier: number): void {
  const { world } = ctx
  const place = world.modify!.places[index]!
  const { id: instance } = world.instances[index]!
  beginChange(ctx, index, 'tier', 0)
  place.tier = tier
  const { class: name } = place
  tell(ctx, 'ModificationEnded', { change: 'tier', instance, class: name, tookMicros: 0 })
}

/** Z5: nothing has to be detected: the old writer is stopped, and may come back as a reader. */
export function failOver(ctx: Context, index: number, comesBack: boolean): void {
  const { world } = ctx
  const failover = world.failover!
  const old = failover.writer
  beginChange(ctx, index, 'failover', 0)
  const { cause } = ctx
  world.modify!.places[old]!.isHeld = !comesBack
  crashInstance(ctx, old)
  failover.silentSince = world.now
  failover.fact = cause
  beginPromotion(ctx, index)
  ctx.cause = cause
  restartInstance(ctx, old)
}

export function beginChange(
  ctx: Context,
  index: number,
  change: ModifyChange,
  takesMicros: number,
): void {
  const { world } = ctx
  const { id: instance } = world.instances[index]!
  const its = world.modify!.places[index]!
  ctx.cause = tell(ctx, 'ModificationBegan', {
    change,
    instance,
    class: its.class,
    takesMicros,
  })
}
