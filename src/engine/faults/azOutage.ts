/**
 * A whole zone goes dark: its storage nodes and its instances, and so exactly two copies of every
 * protection group (2017 §2.1).
 */
import type { Context } from '../aurora/context.ts'
import type { FaultEntry } from './faultEntry.ts'
import { isZoneOut, switchInstances, switchNodes } from './switchPower.ts'

export const azOutage: FaultEntry = {
  fault: 'AzOutage',
  target: 'az',
  parameters: [],
  inject: switchZones,
  heal: switchZones,
}

function switchZones(ctx: Context): void {
  const { cause } = ctx
  for (const zone of ctx.world.zones) zone.isOut = isZoneOut(ctx.world, zone.id)
  switchNodes(ctx)
  ctx.cause = cause
  switchInstances(ctx)
  ctx.cause = cause
}
