/**
 * The fingerprint of a queue and a network, free of what means nothing: which row an event or a
 * message happens to have, how much room the tables have, and how far the wheels have turned.
 */
import { type Digest, foldArray, foldNumber, foldPlain } from './digest.ts'
import type { EventQueue } from './eventQueue.ts'
import { DELIVER } from './links.ts'
import { type Network, slotsById } from './networkState.ts'
import { pendingInOrder } from './pendingInOrder.ts'

/** Pending events in order; a delivery is known by its message, not by the row of it. */
export function foldQueue(digest: Digest, queue: EventQueue, network?: Network): void {
  foldNumber(digest, queue.lastAt)
  foldNumber(digest, queue.nextSeq)
  for (const event of pendingInOrder(queue)) {
    const isDelivery = network !== undefined && event.kind === DELIVER
    const subject = isDelivery ? (network.messages.id[event.subject] as number) : event.subject
    foldArray(digest, [event.at, event.seq, event.kind, subject, event.detail])
  }
}

/** Messages on their way, by id. */
export function foldMessages(digest: Digest, network: Network): void {
  const m = network.messages
  for (const slot of slotsById(network)) {
    const address = [m.id[slot], m.kind[slot], m.from[slot], m.to[slot], m.flags[slot]]
    const times = [m.sentAt[slot], m.arrivesAt[slot], m.cause[slot], m.heldOrder[slot]]
    const content = [m.a[slot], m.b[slot], m.c[slot], m.d[slot], m.e[slot], m.f[slot]]
    foldArray(digest, [...address, ...times, ...content] as number[])
  }
}

/** Links, counters and messages. */
export function foldNetwork(digest: Digest, network: Network): void {
  foldPlain(digest, { ...network, messages: null })
  foldMessages(digest, network)
}
