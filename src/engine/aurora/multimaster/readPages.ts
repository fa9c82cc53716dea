/**
 * A page that is not cached is read from one copy, the newest accepted image and not one cut at a
 * read point: a fresh page is never a stale base. A copy that is behind says so, and the next one
 * is asked. Rules D20, D21.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { free } from '../../kernel/network.ts'
import type { Context } from '../context.ts'
import { eventKind } from '../eventKind.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isNodeReachable } from '../status/reachability.ts'
import { timeOn } from '../storage/persist.ts'
import type { World } from '../world.ts'
import { askPeer } from './catchUp.ts'
import { hold } from './mmCache.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmGroupOf, mmOf, slotOn } from './mmPlaces.ts'
import { liveTransaction, wake } from './wake.ts'

const notComplete = 1

/** D20: the nearest copy first; when all were asked, anew. */
export function askForPage(ctx: Context, slot: number, page: number): void {
  const { world } = ctx
  const transaction = mmOf(world).transactions[slot]!
  if (transaction.page !== page) transaction.asked = 0
  transaction.page = page
  transaction.since = world.now
  const group = mmGroupOf(world, page)
  const chosen = chooseSlot(world, group, transaction.writer, transaction.asked)
  if (chosen >= 0) {
    transaction.asked |= 1 << chosen
    payload.a = group
    payload.b = page
    payload.d = slot
    payload.e = transaction.serial
    payload.f = world.now
    const { node } = world.groups[group]!.segments[chosen]!
    const { actor } = world.instances[transaction.writer]!
    sendMessage(ctx, actor, world.nodes[node]!.actor, messageNumber.ReadPage)
  } else transaction.asked = 0
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.readDue, slot, transaction.serial)
}

/** A copy that was not asked yet, in the writer's own zone if there is one; -1 = all were. */
export function chooseSlot(world: World, group: number, writer: number, asked: number): number {
  const { zone } = world.instances[writer]!
  let best = -1
  for (const { node, slot } of world.groups[group]!.segments) {
    if ((asked >>> slot) & 1 || !isNodeReachable(world, node, writer)) continue
    if (best < 0 || world.nodes[node]!.zone === zone) best = slot
    if (world.nodes[node]!.zone === zone) return slot
  }
  return best
}

/** Silence: another copy. */
export function readDue(ctx: Context, slot: number, serial: number): void {
  const transaction = liveTransaction(ctx.world, slot, serial)
  if (transaction === null || transaction.page < 0) return
  const waited = ctx.world.parameters['network.resendFirst']
  if (ctx.world.now < transaction.since + waited) return
  ctx.cause = transaction.fact
  askForPage(ctx, slot, transaction.page)
}

export function receiveReadPage(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const host = world.nodes[actor - world.instances.length]!
  const takes = timeOn(host, world.parameters['storage.pageRead'])
  schedule(world.queue, world.now + takes, eventKind.pageReady, message, host.life)
  return true
}

/** D21: c of the answer is the version. */
export function pageReady(ctx: Context, message: number, life: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { messages } = world.network
  const node = messages.to[message]! - world.instances.length
  if (world.nodes[node]!.life === life) {
    const group = messages.a[message]!
    const page = messages.b[message]!
    const slot = slotOn(world, group, node)
    const version = mm.versions[slot]![page]!
    const isBehind = version < mm.pages.version[page]!
    ctx.cause = messages.cause[message]!
    if (isBehind) askPeer(ctx, group, slot)
    payload.a = group
    payload.b = page
    payload.c = version
    payload.d = messages.d[message]!
    payload.e = isBehind ? notComplete : 0
    payload.f = messages.e[message]!
    sendMessage(ctx, messages.to[message]!, messages.from[message]!, messageNumber.PageAnswer)
  }
  free(world.network, message)
}

export function receivePage(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  const { messages } = world.network
  const page = messages.b[message]!
  const slot = messages.d[message]!
  const writer = mm.writers[actor]!
  writer.heardAt[messages.from[message]! - world.instances.length] = world.now
  if (slot < 0) {
    for (const mechanism of ctx.mechanisms) mechanism.pageHere?.(ctx, actor, message)
    return false
  }
  const transaction = liveTransaction(world, slot, messages.f[message]!)
  if (transaction === null || transaction.page !== page || transaction.writer !== actor) {
    return false
  }
  ctx.cause = transaction.fact
  if (messages.e[message] === notComplete && writer.cache[page] === 0) {
    askForPage(ctx, slot, page)
    return false
  }
  if (writer.cache[page]! < messages.c[message]!) hold(ctx, actor, page, messages.c[message]!)
  transaction.page = -1
  transaction.asked = 0
  wake(world, slot)
  return false
}
