/**
 * Listens at one actor of a run that is gone over beside the one shown: what arrives there, and
 * what it tells. Requests that a member refuses by their membership epoch are not noted. The
 * receivers of that run are wrapped, so that a run nobody listens at pays nothing.
 */
import type { Context } from '../../aurora/context.ts'
import { segmentOn } from '../../aurora/storage/segment.ts'
import type { World } from '../../aurora/world.ts'
import type { Lsn, Micros } from '../../contract/units.ts'
import { type HeardPages, hearPages, noPages } from './hearPages.ts'
import { toldScl } from './toldScl.ts'

/** Kind 0 = none. */
export interface Arrival {
  message: number
  sentAt: Micros
  at: Micros
  kind: number
}

export interface Heard {
  /** By actor number: the newest message from there. */
  from: Arrival[]
  /** By `group * 8 + slot`: SCL as told last. */
  scl: Map<number, Arrival & { scl: Lsn }>
  /** With several writers: what was told of pages. */
  pages: HeardPages
}

/** All mechanisms of the run must have been attached. */
export function hear({ world, receivers }: Context, actor: number): Heard {
  const from = world.actors.map(() => ({ message: 0, sentAt: 0, at: 0, kind: 0 }))
  const heard: Heard = { from, scl: new Map(), pages: noPages() }
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
  const arrival = {
    message: messages.id[slot]!,
    sentAt: messages.sentAt[slot]!,
    at: world.now,
    kind: messages.kind[slot]!,
  }
  heard.from[from] = arrival
  if (world.multiMaster) hearPages(heard.pages, world, slot)
  const scl = toldScl(messages, slot)
  const node = world.nodes.findIndex(each => each.actor === from)
  const copy = scl === null || node < 0 ? null : segmentOn(world, messages.a[slot]!, node)
  if (copy && scl !== null) heard.scl.set(copy.group * 8 + copy.slot, { ...arrival, scl })
}
