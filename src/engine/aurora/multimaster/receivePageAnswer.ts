/** A page that was read from a copy goes to who asked for it: a transaction, or the purge. D21. */
import type { Context } from '../context.ts'
import { readForPurge, receivePurgePage } from './purge.ts'
import { receivePage } from './readPages.ts'

export function receivePageAnswer(ctx: Context, actor: number, message: number): boolean {
  if (ctx.world.network.messages.d[message] !== readForPurge)
    return receivePage(ctx, actor, message)
  receivePurgePage(ctx, actor, message)
  return false
}
