/**
 * A newer major version of the engine, in place: all instances stop together and start again, so
 * that nobody is there to take over; all traffic stops. Rule Z13.
 */
import type { Context } from '../context.ts'
import { crashInstance } from '../database/crashInstance.ts'
import { beginChange } from './changePlace.ts'
import { planStart } from './startPlace.ts'

/** The readers first, so that none of them is promoted. */
export function upgradeEngine(ctx: Context): void {
  const { world } = ctx
  const { cause } = ctx
  const { writer } = world.failover!
  const takesMicros = world.setup.modify!.values['modify.upgrade']
  const there = world.modify!.places.flatMap(({ state }, index) =>
    state === 'present' ? [index] : [],
  )
  for (const index of [...there.filter(its => its !== writer), writer]) {
    ctx.cause = cause
    beginChange(ctx, index, 'upgrade', takesMicros)
    planStart(ctx, index, 'upgrading', takesMicros)
    crashInstance(ctx, index)
  }
}
