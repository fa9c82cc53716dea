/**
 * `REGIONAL_RAW`: before its first row a transaction asks every other writer how far it is, and
 * waits until all of that has been applied here (user guide, *Consistency*). A silent writer is
 * waited for, unless it is offline and its commits are known, or the choice is to give up. The
 * same for typed sessions, whose mechanism is told when it is over. Rules D17, D18.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { isKnown } from './isKnown.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'
import { refuseRead } from './refuseStatement.ts'
import type { MmSync } from './survival.ts'
import { wake } from './wake.ts'

const unknown = -1
/** Nothing to wait for from there. */
const nothing = 0

/** A transaction of an application, by its slot; or a typed session n, as -1 - n. */
type Waiting = Pick<MmSync, 'writer' | 'probe' | 'targets' | 'since' | 'fact'>

/** D17: false when there is nobody to ask. */
export function beginSync(ctx: Context, slot: number): boolean {
  const transaction = mmOf(ctx.world).transactions[slot]!
  if (!begin(ctx, slot, transaction)) return false
  transaction.state = 'syncing'
  return true
}

/**
 * D17 for a typed session: false when there is nobody to ask. When it is over, its mechanism's
 * `regionalSynced` is called in an event of its own. `transaction` 0 = none has begun.
 */
export function beginTypedSync(
  ctx: Context,
  writer: number,
  session: number,
  transaction: number,
): boolean {
  const { survival } = mmOf(ctx.world)
  dropTypedSync(ctx.world, session)
  const since = 0
  const sync = { writer, probe: 0, targets: [], since, fact: ctx.cause, session, transaction }
  survival.syncs.push(sync)
  if (begin(ctx, -1 - session, sync)) return true
  dropTypedSync(ctx.world, session)
  return false
}

/** The session is gone, or its statement is over. */
export function dropTypedSync(world: World, session: number): void {
  const { survival } = mmOf(world)
  survival.syncs = survival.syncs.filter(its => its.session !== session)
}

function begin(ctx: Context, owner: number, sync: Waiting): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  sync.targets = mm.writers.map((_, index) =>
    index === sync.writer || isKnown(world, sync.writer, index) ? nothing : unknown,
  )
  if (sync.targets.every(target => target === nothing)) return false
  sync.since = world.now
  sync.probe = ++mm.lastProbe
  probe(ctx, owner, sync)
  return true
}

function probe(ctx: Context, owner: number, { writer, targets, probe: number }: Waiting): void {
  const { world } = ctx
  const { instances } = world
  for (let peer = 0; peer < instances.length; peer++) {
    if (targets[peer] !== unknown) continue
    payload.a = number
    payload.b = owner
    sendMessage(ctx, instances[writer]!.actor, instances[peer]!.actor, messageNumber.GrawProbe)
  }
  const at = world.now + world.parameters['network.resendFirst']
  schedule(world.queue, at, mmEventKind.probeDue, number, owner)
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
  const { messages } = ctx.world.network
  const owner = messages.d[message]!
  const sync = waitingAs(ctx.world, owner, messages.a[message]!)
  if (!sync || sync.writer !== actor) return false
  const peer = messages.from[message]!
  if (sync.targets[peer] === unknown) sync.targets[peer] = messages.b[message]!
  goOnIfThere(ctx, owner, sync)
  return false
}

/** Null when it waits no more, or for a later question. */
function waitingAs(world: World, owner: number, number: number): Waiting | null {
  const { survival, transactions } = mmOf(world)
  if (owner < 0) {
    const session = -1 - owner
    return survival.syncs.find(its => its.session === session && its.probe === number) ?? null
  }
  const its = transactions[owner]
  return its && isSyncing(its) && its.probe === number ? its : null
}

function isSyncing({ serial, state }: MmTransaction): boolean {
  return serial > 0 && state === 'syncing'
}

/** D18: called whenever something was applied at this writer. */
export function wakeSynced(ctx: Context, writer: number): void {
  const { survival, transactions } = mmOf(ctx.world)
  for (let slot = 0; slot < transactions.length; slot++) {
    const its = transactions[slot]!
    if (isSyncing(its) && its.writer === writer) goOnIfThere(ctx, slot, its)
  }
  for (const sync of [...survival.syncs]) {
    if (sync.writer === writer) goOnIfThere(ctx, -1 - sync.session, sync)
  }
}

function goOnIfThere(ctx: Context, owner: number, sync: Waiting): void {
  const { applied } = mmOf(ctx.world).writers[sync.writer]!
  const isThere = sync.targets.every(
    (target, origin) => target !== unknown && (target === nothing || applied[origin]! >= target),
  )
  if (!isThere) return
  ctx.cause = sync.fact
  tellWaited(ctx, owner, sync)
  if (owner < 0) endTyped(ctx, -1 - owner, true)
  else goOn(ctx, owner)
}

function goOn({ world, cause }: Context, slot: number): void {
  const transaction = mmOf(world).transactions[slot]!
  transaction.state = 'active'
  transaction.fact = cause
  wake(world, slot)
}

function endTyped(ctx: Context, session: number, isDone: boolean): void {
  dropTypedSync(ctx.world, session)
  for (const { regionalSynced } of ctx.mechanisms) regionalSynced?.(ctx, session, isDone)
}

function tellWaited(ctx: Context, owner: number, { writer, since }: Waiting): void {
  const waitedMicros = ctx.world.now - since
  const instance = ctx.world.instances[writer]!.id
  const transaction = serialOf(ctx.world, owner)
  ctx.cause = ctx.isListening
    ? tell(ctx, 'RegionalReadWaited', { instance, transaction, waitedMicros })
    : skipFact(ctx)
}

function serialOf(world: World, owner: number): number {
  const { survival, transactions } = mmOf(world)
  if (owner >= 0) return transactions[owner]!.serial
  return survival.syncs.find(its => its.session === -1 - owner)?.transaction ?? 0
}

/** Again to those that are silent; or an error, where that is the choice. */
export function probeDue(ctx: Context, number: number, owner: number): void {
  const { world } = ctx
  const sync = waitingAs(world, owner, number)
  if (!sync?.targets.includes(unknown)) return
  ctx.cause = sync.fact
  const isPatient = world.parameters['multiMaster.choiceProbeFailsFast'] === 0
  const waited = world.now - sync.since
  if (isPatient || waited < world.parameters['multiMaster.liveWithin']) probe(ctx, owner, sync)
  else giveUp(ctx, owner, sync)
}

function giveUp(ctx: Context, owner: number, { writer, since }: Waiting): void {
  const { world } = ctx
  const instance = world.instances[writer]!.id
  const waitedMicros = world.now - since
  const transaction = serialOf(world, owner)
  ctx.cause = tell(ctx, 'RegionalReadFailed', { instance, transaction, waitedMicros })
  if (owner < 0) endTyped(ctx, -1 - owner, false)
  else refuseRead(ctx, owner)
}

/** D18: a writer counts as offline, and what it acknowledged is known at this one. */
export function forgetPeer(ctx: Context, writer: number, peer: number): void {
  const { survival, transactions } = mmOf(ctx.world)
  for (const its of [...transactions.filter(isSyncing), ...survival.syncs]) {
    if (its.writer === writer && its.targets[peer] === unknown) its.targets[peer] = nothing
  }
  wakeSynced(ctx, writer)
}
