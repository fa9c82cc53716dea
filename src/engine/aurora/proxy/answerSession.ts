/** What a proxy says to a session. Rules F19, F20. */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { proxyOf, type WaitingRequest } from './proxy.ts'

/** A transaction of which nobody can tell what became. */
export const unknownTransaction = -2

export function answerSession(
  ctx: Context,
  { application, session, attempt }: Omit<WaitingRequest, 'since'>,
  outcome: number,
  transaction: number,
): void {
  payload.a = session
  payload.b = attempt
  payload.c = outcome
  payload.d = transaction
  const { actor } = proxyOf(ctx.world)
  sendMessage(ctx, actor, ctx.world.applications[application]!.actor, messageNumber.Answer)
}
