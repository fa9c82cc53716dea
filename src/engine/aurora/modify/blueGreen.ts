/**
 * A green copy of the cluster follows the blue one, and the cluster is switched to it: writes are
 * held from the moment at which blue stops until green is open as the writer, and the name moves.
 * In truth green is a cluster of its own, with its own volume, fed by the binary log; in this one
 * world it stands on the same volume, so that clients run on (*assumption*). Rule Z12.
 */
import type { Context } from '../context.ts'
import { beginChange, failOver } from './changePlace.ts'
import { planStart } from './startPlace.ts'

export function addGreen(ctx: Context, index: number, name: string): void {
  const { world } = ctx
  const takesMicros = world.setup.modify!.values['modify.green']
  const place = world.modify!.places[index]!
  place.class = name
  place.isGreen = true
  beginChange(ctx, index, 'add', takesMicros)
  planStart(ctx, index, 'creating', takesMicros)
}

/** Blue does not come back: it is another cluster from now on, and billed until it is deleted. */
export function switchOver(ctx: Context, index: number): void {
  const { world } = ctx
  const { places } = world.modify!
  const blue = places[world.failover!.writer]!
  delete places[index]!.isGreen
  delete world.modify!.isOldEngine
  failOver(ctx, index, false)
  blue.state = 'blue'
  blue.since = world.now
}
