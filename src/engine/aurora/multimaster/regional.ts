/**
 * `REGIONAL_RAW`: before its first row a transaction asks every other writer how far it is, and
 * waits until all of that has been applied here (user guide, *Consistency*). A writer that counts
 * as offline is waited for no longer. Rules D17, D18.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'
import { liveTransaction, wake } from './wake.ts'

const unknown = -1
/** Nothing to wait for from there. */
const nothing = 0

/** D17: false when there is nobody to ask. */
export function beginSync(ctx: Context, slot: number): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  transaction.targets = mm.writers.map(({ status }, index) =>
    index === transaction.writer || status === 'recovery' ? nothing : unknown,
  )
  if (transaction.targets.every(target => target === nothing)) return false
  transaction.state = 'syncing'
  transaction.since = world.now
  transaction.probe = ++mm.lastProbe
  probe(ctx, slot, transaction)
  return true
}

function probe(ctx: Context, slot: number, transaction: MmTransaction): void {
  const { world } = ctx
  const { instances } = world
  for (let peer = 0; peer < instances.length; peer++) {
    if (transaction.targets[peer] !== unknown) continue
    payload.a = transaction.probe
    payload.b = slot
    sendMessage(
      ctx,
      instances[transaction.writer]!.actor,
      instances[peer]!.actor,
      messageNumber.GrawProbe,
    )
  }
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.probeDue, slot, transaction.serial)
}

/** A peer says how far it is: everything acknowledged there is at or below this place. */
export function receiveProbe(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const writer = mmOf(world).writers[actor]!
  if (writer.status !== 'online') return false
  payload.a = messages.a[message]!
  payload.b = writer.lastPlace
  payload.c = writer.vdl
  payload.d = messages.b[message]!
  sendMessage(ctx, messages.to[message]!, messages.from[message]!, messageNumber.GrawReply)
  return false
}

export function receiveReply(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const slot = messages.d[message]!
  const transaction = mmOf(world).transactions[slot]
  const isMine = transaction?.state === 'syncing' && transaction.writer === actor
  if (!isMine || transaction.probe !== messages.a[message]) return false
  const peer = messages.from[message]!
  if (transaction.targets[peer] === unknown) transaction.targets[peer] = messages.b[message]!
  goOnIfThere(ctx, slot, transaction)
  return false
}

/** D18: called whenever something was applied at this writer. */
export function wakeSynced(ctx: Context, writer: number): void {
  const { transactions } = mmOf(ctx.world)
  for (let slot = 0; slot < transactions.length; slot++) {
    const its = transactions[slot]!
    const isWaiting = its.serial > 0 && its.writer === writer && its.state === 'syncing'
    if (isWaiting) goOnIfThere(ctx, slot, its)
  }
}

function goOnIfThere(ctx: Context, slot: number, transaction: MmTransaction): void {
  const { world } = ctx
  const { applied } = mmOf(world).writers[transaction.writer]!
  const isThere = transaction.targets.every(
    (target, origin) => target !== unknown && (target === nothing || applied[origin]! >= target),
  )
  if (!isThere) return
  transaction.state = 'active'
  ctx.cause = transaction.fact
  const waitedMicros = world.now - transaction.since
  const instance = world.instances[transaction.writer]!.id
  transaction.fact = ctx.isListening
    ? tell(ctx, 'RegionalReadWaited', { instance, transaction: transaction.serial, waitedMicros })
    : skipFact(ctx)
  wake(world, slot)
}

/** Again to those that are silent. */
export function probeDue(ctx: Context, slot: number, serial: number): void {
  const transaction = liveTransaction(ctx.world, slot, serial)
  if (transaction?.state !== 'syncing' || !transaction.targets.includes(unknown)) return
  ctx.cause = transaction.fact
  probe(ctx, slot, transaction)
}

/** D18: a writer counts as offline, and its acknowledged commits have been read from storage. */
export function forgetPeer(ctx: Context, peer: number): void {
  const { transactions } = mmOf(ctx.world)
  for (let slot = 0; slot < transactions.length; slot++) {
    const its = transactions[slot]!
    if (its.serial === 0 || its.state !== 'syncing') continue
    if (its.targets[peer] === unknown) its.targets[peer] = nothing
    goOnIfThere(ctx, slot, its)
  }
}
