/**
 * Listens at one actor of a run that is gone over beside the one shown: what arrives there, and
 * what it tells. Requests that a member refuses by their membership epoch are not noted. The
 * receivers of that run are wrapped, so that a run nobody listens at pays nothing.
 */
import type { Context } from '../../aurora/context.ts'
import { segmentOn } from '../../aurora/storage/segment.ts'
import type { World } from '../../aurora/world.ts'
import type { Lsn, Micros } from '../../contract/units.ts'
import { toldScl } from './toldScl.ts'

export interface Heard {
  /** By actor number: the newest message from there; kind 0 = none. */
  at: Micros[]
  kind: number[]
  /** By `group * 8 + slot`: SCL as told last; -1 = not told. */
  scl: Map<number, Lsn>
}

/** All mechanisms of the run must have been attached. */
export function hear({ world, receivers }: Context, actor: number): Heard {
  const none = world.actors.map(() => 0)
  const heard: Heard = { at: [...none], kind: [...none], scl: new Map() }
  receivers.forEach((receive, kind) => {
    if (receive === undefined) return
    receivers[kind] = (ctx, to, slot) => {
      if (to === actor) note(heard, ctx.world, slot)
      return receive(ctx, to, slot)
    }
  })
  return heard
}

function note(heard: Heard, world: World, slot: number): void {
  const { messages } = world.network
  const from = messages.from[slot]!
  heard.at[from] = world.now
  heard.kind[from] = messages.kind[slot]!
  const scl = toldScl(messages, slot)
  const node = world.nodes.findIndex(each => each.actor === from)
  const copy = scl === null || node < 0 ? null : segmentOn(world, messages.a[slot]!, node)
  if (copy && scl !== null) heard.scl.set(copy.group * 8 + copy.slot, scl)
}
