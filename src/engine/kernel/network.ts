/**
 * The network between actors 0 to n - 1: each directed pair of them is a link of its own, with
 * a delay law, losses, duplicates, a slow-down, and two switches, `cut` and `held`.
 *
 * Messages are never altered. A lost one flies on, so that it can be seen, and is gone when it
 * arrives. A cut link drops what arrives over it while it is cut; a held link keeps it until it
 * is released, and then gives it in the order in which it came. SPEC rules N.
 */
import { delayMicros, type DelayLaw } from './distributions.ts'
import { type EventQueue, schedule } from './eventQueue.ts'
import { DELIVER } from './links.ts'
import {
  ARRIVED,
  claimMessage,
  DUPLICATE,
  freeMessage,
  HELD,
  LIVE,
  LOST,
  type MessageTable,
} from './messageTable.ts'
import { linkOf, type Network, type NetworkCounters, USUAL_SPEED } from './networkState.ts'
import { chance, type Stream } from './streams.ts'

export {
  cut,
  DELIVER,
  hold,
  release,
  repair,
  setDown,
  setDuplication,
  setLaw,
  setLoss,
  setSlow,
} from './links.ts'
export {
  createNetwork,
  inFlight,
  inFlightCount,
  linkOf,
  type Network,
  slotsById,
} from './networkState.ts'

/** What becomes of a message that arrives. */
export const DELIVERED = 0
export const WAS_LOST = 1
export const WAS_CUT = 2
export const IS_HELD = 3
/** The receiver is without power. */
export const WAS_DOWN = 4
export type Arrival = 0 | 1 | 2 | 3 | 4

/** What `send` reads and does not keep: one draft serves every sending. */
export interface MessageDraft {
  now: number
  from: number
  to: number
  kind: number
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
  cause: number
}

export function createDraft(): MessageDraft {
  return { now: 0, from: 0, to: 0, kind: 0, a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, cause: 0 }
}

/** Sends one message, and a second copy if the link duplicates it. Returns the row of the first. */
export function send(
  network: Network,
  queue: EventQueue,
  stream: Stream,
  draft: MessageDraft,
): number {
  const link = linkOf(network, draft.from, draft.to)
  const slot = launch(network, queue, stream, draft)
  network.counters.sent++
  if (chance(stream, network.duplicationPpm[link] as number)) {
    const copy = launch(network, queue, stream, draft)
    network.messages.flags[copy] = (network.messages.flags[copy] as number) | DUPLICATE
    network.counters.duplicated++
  }
  return slot
}

function launch(network: Network, queue: EventQueue, stream: Stream, draft: MessageDraft): number {
  const link = linkOf(network, draft.from, draft.to)
  const messages = network.messages
  const slot = claimMessage(messages, network.nextId++)
  network.flying++
  if (chance(stream, network.lossPpm[link] as number)) messages.flags[slot] = LIVE | LOST
  const arrivesAt = draft.now + travelMicros(network, stream, link)
  write(messages, slot, draft, arrivesAt)
  schedule(queue, arrivesAt, DELIVER, slot)
  return slot
}

function travelMicros(network: Network, stream: Stream, link: number): number {
  const delay = delayMicros(stream, network.laws[network.law[link] as number] as DelayLaw)
  const factor = network.slowFactorPpm[link] as number
  return factor === USUAL_SPEED ? delay : Math.floor((delay * factor) / USUAL_SPEED + 0.5)
}

function write(table: MessageTable, slot: number, draft: MessageDraft, arrivesAt: number): void {
  table.kind[slot] = draft.kind
  table.from[slot] = draft.from
  table.to[slot] = draft.to
  table.sentAt[slot] = draft.now
  table.arrivesAt[slot] = arrivesAt
  table.cause[slot] = draft.cause
  table.a[slot] = draft.a
  table.b[slot] = draft.b
  table.c[slot] = draft.c
  table.d[slot] = draft.d
  table.e[slot] = draft.e
  table.f[slot] = draft.f
}

/**
 * The message of a DELIVER event has arrived: says what becomes of it. Its row stays readable
 * until `free`, which the caller owes, sooner or later, for every outcome but IS_HELD.
 */
export function arrive(network: Network, slot: number): Arrival {
  const messages = network.messages
  refuseUnlessFlying(messages, slot)
  const outcome = outcomeOf(network, slot)
  if (outcome === IS_HELD) {
    keep(network, slot)
  } else {
    messages.flags[slot] = (messages.flags[slot] as number) | ARRIVED
    network.flying--
    count(network.counters, outcome)
  }
  return outcome
}

/** A row that is free, has arrived, or is kept by a held link cannot arrive. */
function refuseUnlessFlying(messages: MessageTable, slot: number): void {
  const state = (messages.flags[slot] as number) & (LIVE | HELD | ARRIVED)
  if (state !== LIVE) throw new RangeError(`no message arrives in row ${slot}`)
}

function outcomeOf(network: Network, slot: number): Arrival {
  const messages = network.messages
  const to = messages.to[slot] as number
  const link = linkOf(network, messages.from[slot] as number, to)
  if (((messages.flags[slot] as number) & LOST) !== 0) return WAS_LOST
  if (network.cut[link] === 1) return WAS_CUT
  if (network.held[link] === 1) return IS_HELD
  return network.down[to] === 1 ? WAS_DOWN : DELIVERED
}

function count(counters: NetworkCounters, outcome: Arrival): void {
  if (outcome === DELIVERED) counters.delivered++
  else if (outcome === WAS_LOST) counters.lost++
  else if (outcome === WAS_CUT) counters.cut++
  else counters.droppedDown++
}

function keep(network: Network, slot: number): void {
  const messages = network.messages
  messages.flags[slot] = (messages.flags[slot] as number) | HELD
  messages.heldOrder[slot] = network.nextHeld++
  network.counters.held++
}

export function free(network: Network, slot: number): void {
  freeMessage(network.messages, slot)
}
