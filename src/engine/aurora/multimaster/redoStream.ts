/**
 * After a change is accepted the writer ships it to every other writer, directly and in order; it
 * is applied there after the lag. A page that lacks something in between is evicted. Order holds
 * for each origin alone, not across origins (*assumption*). Rules D13–D16.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { below } from '../../kernel/streams.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import type { World } from '../world.ts'
import { evict, hold } from './mmCache.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmRedo, MmWriter } from './multiMaster.ts'
import { wakeBlocked } from './ownedRow.ts'
import { settle } from './rowChanges.ts'

const mostResent = 32
/** So far behind, a peer reads ends from storage and pages anew: a bound, an *assumption*. */
const mostKept = 20_000

type Accepted = Omit<MmRedo, 'after' | 'at' | 'fact'>

/** D13: returns the place in the stream. */
export function pushRedo(ctx: Context, index: number, entry: Accepted): number {
  const { world } = ctx
  const { writers } = mmOf(world)
  const writer = writers[index]!
  const place = ++writer.lastPlace
  const after = isCausal(world) ? Array.from(writer.applied) : []
  const { changes, transaction, mark, lsn } = entry
  const told = { changes, transaction, mark, lsn, after, at: world.now, fact: ctx.cause }
  writer.stream.push(told)
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
  payload.b = entry.changes[0]?.page ?? -1
  payload.c = entry.changes[0]?.base ?? 0
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

/** Its lag is over: it is applied now, unless a choice says that something else comes first. */
export function redoDue(ctx: Context, pair: number, place: number): void {
  const { world } = ctx
  const { survival, writers } = mmOf(world)
  const peer = pair >>> 3
  const origin = pair & 7
  if (writers[peer]!.status !== 'online') return
  const at = peer * writers.length + origin
  survival.ripe[at] = Math.max(survival.ripe[at]!, place)
  let hasMoved = applyRipe(ctx, peer, origin)
  while (hasMoved && isCausal(world)) hasMoved = applyAll(ctx, peer)
}

/** D14: by the other choice, redo never comes before what its writer knew when it sent it. */
function isCausal({ parameters }: World): boolean {
  return parameters['multiMaster.choiceCausalRedo'] !== 0
}

function applyAll(ctx: Context, peer: number): boolean {
  let hasMoved = false
  for (let origin = 0; origin < mmOf(ctx.world).writers.length; origin++) {
    if (origin !== peer && applyRipe(ctx, peer, origin)) hasMoved = true
  }
  return hasMoved
}

/** In order; true when anything was applied. */
function applyRipe(ctx: Context, peer: number, origin: number): boolean {
  const { world } = ctx
  const { survival, writers } = mmOf(world)
  const { applied } = writers[peer]!
  const { stream, firstPlace } = writers[origin]!
  const ripe = survival.ripe[peer * writers.length + origin]!
  let hasMoved = false
  while (applied[origin]! < ripe) {
    const entry = stream[applied[origin]! + 1 - firstPlace]
    if (!entry?.after.every((place, other) => other === peer || applied[other]! >= place)) break
    applyEntry(ctx, peer, origin, entry)
    hasMoved = true
  }
  return hasMoved
}

function applyEntry(ctx: Context, peer: number, origin: number, entry: MmRedo): void {
  const { world } = ctx
  const writer = mmOf(world).writers[peer]!
  writer.applied[origin]!++
  touchInstance(ctx, peer)
  writer.lag[origin] = world.now - entry.at
  ctx.cause = entry.fact
  for (const change of entry.changes) applyChange(ctx, { peer, origin, at: entry.at }, change)
  acknowledge(ctx, peer, origin)
  if (entry.mark !== 0) wakeBlocked(world, peer)
  settleEnds(world, origin)
}

interface Way {
  peer: number
  origin: number
  /** When it was accepted. */
  at: number
}

/** A base that is newer than what is cached means a gap left by another origin. */
function applyChange(ctx: Context, way: Way, { page, base }: MmRedo['changes'][number]): void {
  const { world } = ctx
  const { peer, origin, at } = way
  const cached = mmOf(world).writers[peer]!.cache[page]!
  if (cached === 0 || cached > base) return
  if (cached < base) {
    evict(ctx, peer, page)
    return
  }
  hold(ctx, peer, page, base + 1)
  if (!ctx.isListening) skipFact(ctx)
  else {
    const { instances } = world
    const ends = { instance: instances[peer]!.id, origin: instances[origin]!.id }
    tell(ctx, 'RedoApplied', { ...ends, page, lagMicros: world.now - at })
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
