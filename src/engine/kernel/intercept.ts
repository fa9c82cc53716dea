/**
 * A hand in the network: one message on its way is lost, comes later, or comes twice. Nothing is
 * drawn by chance here, so that all other messages travel as they would have. SPEC rule N10.
 */
import { type EventQueue, schedule } from './eventQueue.ts'
import { DELIVER } from './links.ts'
import { claimMessage, DUPLICATE, LIVE, LOST } from './messageTable.ts'
import type { Network } from './networkState.ts'

/** It flies on and is gone when it arrives. */
export function lose({ messages }: Network, slot: number): void {
  messages.flags[slot] = (messages.flags[slot] as number) | LOST
}

/** It arrives later by so many micros; the event of its old arrival then sends it on. */
export function postpone({ messages }: Network, slot: number, by: number): void {
  messages.arrivesAt[slot] = (messages.arrivesAt[slot] as number) + by
}

/** False when the message of a DELIVER event is due; one that was postponed flies on. */
export function flyOn({ messages }: Network, queue: EventQueue, slot: number): boolean {
  const arrivesAt = messages.arrivesAt[slot] as number
  if (arrivesAt <= queue.lastAt) return false
  schedule(queue, arrivesAt, DELIVER, slot)
  return true
}

/** A second copy leaves now and takes as long as the first one does. */
export function double(network: Network, queue: EventQueue, slot: number, now: number): void {
  const { messages } = network
  const copy = claimMessage(messages, network.nextId++)
  const { kind, from, to, cause, a, b, c, d, e, f, sentAt, arrivesAt } = messages
  for (const column of [kind, from, to, cause, a, b, c, d, e, f]) {
    column[copy] = column[slot] as number
  }
  messages.flags[copy] = LIVE | DUPLICATE
  sentAt[copy] = now
  arrivesAt[copy] = now + (arrivesAt[slot] as number) - (sentAt[slot] as number)
  network.flying++
  network.counters.duplicated++
  schedule(queue, arrivesAt[copy] as number, DELIVER, copy)
}
