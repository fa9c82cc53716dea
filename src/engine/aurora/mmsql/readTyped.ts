/**
 * A page that a typed statement needs and its writer has not cached: the newest accepted image is
 * read from one copy, from another one when that is silent or behind. Rules D20, D21.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { transactionPhase } from '../database/transactions.ts'
import { messageNumber } from '../messageNumber.ts'
import { hold } from '../multimaster/mmCache.ts'
import { mmGroupOf, mmOf } from '../multimaster/mmPlaces.ts'
import { chooseSlot } from '../multimaster/readPages.ts'
import { payload, sendMessage } from '../send.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import type { Turn } from '../sql/turn.ts'

/** D20: the nearest copy first; when all were asked, anew. */
export function readTyped({ ctx, index, connection }: Turn, page: number): void {
  const { world } = ctx
  const its = connection.proposing!
  world.instances[index]!.memory.transactions.phase[connection.slot] = transactionPhase.reading
  if (its.page !== page) its.asked = 0
  its.page = page
  its.askedAt = world.now
  const group = mmGroupOf(world, page)
  const chosen = chooseSlot(world, group, index, its.asked)
  its.asked = chosen < 0 ? 0 : its.asked | (1 << chosen)
  if (chosen >= 0) ask(ctx, index, { owner: its.owner, page, group, chosen })
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, sqlEventKind.readAgain, index, its.owner)
}

interface Wish {
  owner: number
  page: number
  group: number
  chosen: number
}

/** d below zero: it is for a typed session, whose owner stands in e. */
function ask(ctx: Context, index: number, { owner, page, group, chosen }: Wish): void {
  const { world } = ctx
  payload.a = group
  payload.b = page
  payload.d = -1
  payload.e = owner
  payload.f = world.now
  const { node } = world.groups[group]!.segments[chosen]!
  const { actor } = world.instances[index]!
  sendMessage(ctx, actor, world.nodes[node]!.actor, messageNumber.ReadPage)
}

/** D21: the image is cached; false = the copy was behind, and another one is asked. */
export function takePage({ ctx, index, connection }: Turn, message: number): boolean {
  const { b, c, e } = ctx.world.network.messages
  const page = b[message]!
  const { cache } = mmOf(ctx.world).writers[index]!
  const isBehind = e[message] !== 0
  if (isBehind && cache[page] === 0) {
    readTyped({ ctx, index, connection }, page)
    return false
  }
  if (!isBehind && cache[page]! < c[message]!) hold(ctx, index, page, c[message]!)
  connection.proposing!.page = -1
  connection.proposing!.asked = 0
  return true
}

export function isStillSilent({ ctx, connection }: Turn): boolean {
  const { page, askedAt } = connection.proposing!
  return page >= 0 && ctx.world.now >= askedAt + ctx.world.parameters['network.resendFirst']
}
