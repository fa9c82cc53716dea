/**
 * What crossed the network within a window, for the space-time diagram: every message with its
 * sending and its end, and what happened at each actor, in one exact order. It is gained by
 * replaying the window, so nothing of it is ever stored.
 */
import type { Fact } from './facts.ts'
import type { ActorId } from './ids.ts'
import type { MessageKind } from './messages.ts'
import type { Micros } from './units.ts'

export interface SpacetimeQuestion {
  from: Micros
  to: Micros
  /** Stays within the answer, whatever has to be left out of it. */
  at: Micros
}

/** `underWay`: at the end of the window it had not arrived. `held`: a held link keeps it. */
export type MessageFate = 'delivered' | 'lost' | 'cut' | 'receiverDown' | 'held' | 'underWay'

export interface SpaceMessage {
  /** As in `message:77`. */
  id: number
  kind: MessageKind
  /** Index into `actors`. */
  from: number
  to: number
  sentAt: Micros
  /** When it arrived; under way, when it will if nothing changes. */
  arrivesAt: Micros
  fate: MessageFate
  /** Protection group, by index; null if it belongs to none. */
  group: number | null
  isDuplicate: boolean
  /** It brings a no: a vote against, a cancellation, an error. */
  isRefusal: boolean
  /** Those that it belongs to, as far as the window tells. */
  transactions: number[]
  /** The event of the window that sent it; null = before the window. */
  sentOrder: number | null
  /** The event at which it came to its end; null = after the window. */
  endOrder: number | null
}

/** A fact, at the actor where it happened. */
export interface SpaceMark {
  /** Index into `actors`; null = at no single one. */
  actor: number | null
  order: number
  fact: Fact
}

export interface SpacetimeAnswer {
  /** As asked, or the part of it that holds no more messages than one may ask for. */
  from: Micros
  to: Micros
  isShortened: boolean
  actors: ActorId[]
  messages: SpaceMessage[]
  marks: SpaceMark[]
}
