/** Sending a message: the present fact travels along as its cause. */
import { createDraft, send } from '../kernel/network.ts'
import type { Context } from './context.ts'

const draft = createDraft()

/** The six numbers of the message that is about to leave; set those that its kind has. */
export const payload = { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0 }

/** Sends what stands in `payload` and empties it. Returns the slot in the message table. */
export function sendMessage(ctx: Context, from: number, to: number, kind: number): number {
  const { world } = ctx
  draft.now = world.now
  draft.from = from
  draft.to = to
  draft.kind = kind
  draft.cause = ctx.cause
  if (world.membership) ctx.members?.stamp(ctx, from, to, kind)
  takePayload()
  return send(world.network, world.queue, world.streams.network, draft)
}

function takePayload(): void {
  draft.a = payload.a
  draft.b = payload.b
  draft.c = payload.c
  draft.d = payload.d
  draft.e = payload.e
  draft.f = payload.f
  payload.a = 0
  payload.b = 0
  payload.c = 0
  payload.d = 0
  payload.e = 0
  payload.f = 0
}
