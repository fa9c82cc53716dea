/**
 * After a change is accepted the writer ships it to every other writer, directly and in order; it
 * is applied there after the lag. A page that lacks something in between is evicted. Order holds
 * for each origin alone, not across origins (*assumption*). Rules D13–D16.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { below } from '../../kernel/streams.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { evict, hold } from './mmCache.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmRedo, MmWriter } from './multiMaster.ts'
import { settle } from './rowChanges.ts'

const mostResent = 32
/** So far behind, a peer reads ends from storage and pages anew: a bound, an *assumption*. */
const mostKept = 20_000

/** D13: returns the place in the stream. */
export function pushRedo(ctx: Context, index: number, entry: Omit<MmRedo, 'at' | 'fact'>): number {
  const { world } = ctx
  const { writers } = mmOf(world)
  const writer = writers[index]!
  const place = ++writer.lastPlace
  const { page, base, transaction, mark, lsn } = entry
  writer.stream.push({ page, base, transaction, mark, lsn, at: world.now, fact: ctx.cause })
  for (let peer = 0; peer < writers.length; peer++) {
    if (peer === index || writers[peer]!.status === 'offline') continue
    sendRedo(ctx, index, peer, place)
    watchPeer(world, index, peer)
  }
  trimStream(writers, index)
  if (writer.stream.length > mostKept) dropOldest(world, index)
  return place
}

/** D16: whoever has not applied the older half gives up its cache instead. */
function dropOldest(world: World, index: number): void {
  const { writers } = mmOf(world)
  const writer = writers[index]!
  const upTo = writer.firstPlace + mostKept / 2
  for (let peer = 0; peer < writers.length; peer++) {
    const its = writers[peer]!
    if (peer === index || its.applied[index]! >= upTo) continue
    its.cache.fill(0)
    its.staleSince.fill(0)
    its.applied[index] = upTo
    its.received[index] = Math.max(its.received[index]!, upTo)
    its.early[index] = its.early[index]!.filter(place => place > upTo)
    writer.acked[peer] = Math.max(writer.acked[peer]!, upTo)
  }
  trimStream(writers, index)
  settleEnds(world, index)
}

function sendRedo(ctx: Context, index: number, peer: number, place: number): void {
  const { world } = ctx
  const writer = mmOf(world).writers[index]!
  const entry = writer.stream[place - writer.firstPlace]!
  payload.a = place
  payload.b = entry.page
  payload.c = entry.base
  payload.d = entry.transaction
  payload.e = entry.mark
  payload.f = entry.lsn
  const { cause } = ctx
  ctx.cause = entry.fact
  const { instances } = world
  sendMessage(ctx, instances[index]!.actor, instances[peer]!.actor, messageNumber.Redo)
  ctx.cause = cause
}

function watchPeer(world: World, index: number, peer: number): void {
  const { isWatched } = mmOf(world).writers[index]!
  if (isWatched[peer] === 1) return
  isWatched[peer] = 1
  const at = world.now + patience(world)
  schedule(world.queue, at, mmEventKind.redoResend, index * 8 + peer, 0)
}

function patience(world: World): number {
  const lag =
    world.parameters['multiMaster.replicationLag'] +
    world.parameters['multiMaster.replicationJitter']
  return lag + 2 * world.parameters['network.resendFirst']
}

/** D16: what a peer has not applied for long is sent again, oldest first. */
export function redoResend(ctx: Context, pair: number): void {
  const { world } = ctx
  const { writers } = mmOf(world)
  const index = pair >>> 3
  const peer = pair & 7
  const writer = writers[index]!
  writer.isWatched[peer] = 0
  if (writer.status === 'offline' || writers[peer]!.status === 'offline') return
  const first = Math.max(writer.acked[peer]! + 1, writer.firstPlace)
  if (first > writer.lastPlace) return
  const until = Math.min(writer.lastPlace, first + mostResent - 1)
  for (let place = first; place <= until; place++) {
    const { at } = writer.stream[place - writer.firstPlace]!
    if (world.now - at < patience(world)) break
    sendRedo(ctx, index, peer, place)
    world.totals.resent++
  }
  watchPeer(world, index, peer)
}

/** What every peer that is there has applied is needed no more. */
export function trimStream(writers: MmWriter[], index: number): void {
  const writer = writers[index]!
  let least = writer.lastPlace
  for (let peer = 0; peer < writers.length; peer++) {
    if (peer === index || writers[peer]!.status === 'offline') continue
    least = Math.min(least, writer.acked[peer]!)
  }
  const count = least - writer.firstPlace + 1
  if (count < Math.min(64, writer.stream.length)) return
  writer.stream.splice(0, count)
  writer.firstPlace += count
}

/** D14: it is applied in its turn, when its lag is over. */
export function receiveRedo(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const writer = mmOf(world).writers[actor]!
  const origin = messages.from[message]!
  const place = messages.a[message]!
  if (writer.status !== 'online') return false
  if (place <= writer.received[origin]!) acknowledge(ctx, actor, origin)
  else if (place > writer.received[origin]! + 1) remember(writer.early[origin]!, place)
  else takeInTurn(world, actor, origin, place)
  return false
}

function remember(early: number[], place: number): void {
  if (!early.includes(place)) early.push(place)
}

function takeInTurn(world: World, peer: number, origin: number, first: number): void {
  const writer = mmOf(world).writers[peer]!
  const early = writer.early[origin]!
  let place = first
  for (;;) {
    writer.received[origin] = place
    scheduleApply(world, peer, origin, place)
    const next = early.indexOf(place + 1)
    if (next < 0) return
    early.splice(next, 1)
    place++
  }
}

/** D15: lag from acceptance on, with jitter either way, never before the one ahead of it. */
function scheduleApply(world: World, peer: number, origin: number, place: number): void {
  const mm = mmOf(world)
  const source = mm.writers[origin]!
  const writer = mm.writers[peer]!
  const { at } = source.stream[place - source.firstPlace]!
  const due = Math.max(world.now, at + lagMicros(world), writer.dueAt[origin]!)
  writer.dueAt[origin] = due
  schedule(world.queue, due, mmEventKind.redoDue, peer * 8 + origin, place)
}

function lagMicros(world: World): number {
  const lag = world.parameters['multiMaster.replicationLag']
  if (world.parameters['network.jitter'] === 0) return lag
  const jitter = Math.min(lag, world.parameters['multiMaster.replicationJitter'])
  if (jitter === 0) return lag
  return lag - jitter + below(mmOf(world).streams.lag, 2 * jitter + 1)
}

export function redoDue(ctx: Context, pair: number, place: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const peer = pair >>> 3
  const origin = pair & 7
  const writer = mm.writers[peer]!
  if (writer.status !== 'online' || writer.applied[origin]! !== place - 1) return
  const source = mm.writers[origin]!
  const entry = source.stream[place - source.firstPlace]
  if (!entry) return
  writer.applied[origin] = place
  writer.lag[origin] = world.now - entry.at
  ctx.cause = entry.fact
  if (entry.mark === 0) applyChange(ctx, peer, origin, entry)
  acknowledge(ctx, peer, origin)
  settleEnds(world, origin)
}

/** A base that is newer than what is cached means a gap left by another origin. */
function applyChange(ctx: Context, peer: number, origin: number, entry: MmRedo): void {
  const { world } = ctx
  const { page, base } = entry
  const cached = mmOf(world).writers[peer]!.cache[page]!
  if (cached === 0 || cached > base) return
  if (cached < base) {
    evict(ctx, peer, page)
    return
  }
  hold(world, peer, page, base + 1)
  if (!ctx.isListening) skipFact(ctx)
  else {
    const { instances } = world
    const ends = { instance: instances[peer]!.id, origin: instances[origin]!.id }
    tell(ctx, 'RedoApplied', { ...ends, page, lagMicros: world.now - entry.at })
  }
}

function acknowledge(ctx: Context, peer: number, origin: number): void {
  const { world } = ctx
  const writer = mmOf(world).writers[peer]!
  payload.a = writer.applied[origin]!
  const { instances } = world
  sendMessage(ctx, instances[peer]!.actor, instances[origin]!.actor, messageNumber.Applied)
}

export function receiveApplied(ctx: Context, actor: number, message: number): boolean {
  const { writers } = mmOf(ctx.world)
  const { messages } = ctx.world.network
  const { acked } = writers[actor]!
  const peer = messages.from[message]!
  acked[peer] = Math.max(acked[peer]!, messages.a[message]!)
  trimStream(writers, actor)
  return false
}

/** Ends of transactions that every writer who is there knows: nobody asks about them any more. */
export function settleEnds(world: World, origin: number): void {
  const mm = mmOf(world)
  const { ends } = mm.writers[origin]!
  const known = leastApplied(mm.writers, origin)
  while (ends.length > 0 && ends[0]!.place <= known) {
    for (const change of ends.shift()!.changes) settle(mm, change)
  }
}

function leastApplied(writers: MmWriter[], origin: number): number {
  let least = writers[origin]!.lastPlace
  for (let peer = 0; peer < writers.length; peer++) {
    if (peer === origin || writers[peer]!.status !== 'online') continue
    least = Math.min(least, writers[peer]!.applied[origin]!)
  }
  return least
}
