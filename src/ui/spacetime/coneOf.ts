/**
 * The happened-before cone of a moment (Lamport 1978): what can have led to it, and what can
 * depend on it. It follows from two things alone: the order of events at each actor, and messages
 * that arrived. Events of a window are numbered in one order, so one pass each way is enough.
 */
import type { SpaceMark, SpaceMessage } from '../../engine/contract/spacetime.ts'

/** An event at an actor; before the window it has no number. */
export interface Moment {
  actor: number
  order: number
}

/** The past of a message ends at its sending, its future begins at its arrival. */
export interface Chosen {
  past: Moment | null
  future: Moment | null
}

export interface Cone {
  /** By actor: the last event in the past, the first in the future. */
  past: Map<number, number>
  future: Map<number, number>
}

export function chosenMessage({ from, to, fate, sentOrder, endOrder }: SpaceMessage): Chosen {
  const hasArrived = endOrder !== null && fate === 'delivered'
  return {
    past: sentOrder === null ? null : { actor: from, order: sentOrder },
    future: hasArrived ? { actor: to, order: endOrder } : null,
  }
}

export function chosenMark({ actor, order }: SpaceMark): Chosen {
  const moment = actor === null ? null : { actor, order }
  return { past: moment, future: moment }
}

export function coneOf(messages: readonly SpaceMessage[], { past, future }: Chosen): Cone {
  const arrived = messages.filter(hasBothEnds)
  return { past: pastOf(arrived, past), future: futureOf(arrived, future) }
}

type Arrived = SpaceMessage & { sentOrder: number; endOrder: number }

function hasBothEnds(message: SpaceMessage): message is Arrived {
  const { fate, sentOrder, endOrder } = message
  return fate === 'delivered' && sentOrder !== null && endOrder !== null
}

function pastOf(arrived: Arrived[], moment: Moment | null): Map<number, number> {
  const reach = new Map<number, number>()
  if (moment === null) return reach
  reach.set(moment.actor, moment.order)
  for (const { from, to, sentOrder, endOrder } of arrived.toSorted(byEndDown)) {
    if (endOrder > (reach.get(to) ?? -1)) continue
    reach.set(from, Math.max(sentOrder, reach.get(from) ?? -1))
  }
  return reach
}

function futureOf(arrived: Arrived[], moment: Moment | null): Map<number, number> {
  const reach = new Map<number, number>()
  if (moment === null) return reach
  reach.set(moment.actor, moment.order)
  for (const { from, to, sentOrder, endOrder } of arrived.toSorted(bySending)) {
    if (sentOrder < (reach.get(from) ?? Number.POSITIVE_INFINITY)) continue
    reach.set(to, Math.min(endOrder, reach.get(to) ?? Number.POSITIVE_INFINITY))
  }
  return reach
}

function byEndDown(a: Arrived, b: Arrived): number {
  return b.endOrder - a.endOrder
}

function bySending(a: Arrived, b: Arrived): number {
  return a.sentOrder - b.sentOrder
}

/** Where a message stands: it led here if its arrival did, it depends if its sending does. */
export function sideOf({ past, future }: Cone, message: SpaceMessage): 'past' | 'future' | null {
  const { from, to, fate, sentOrder, endOrder } = message
  const isArrived = fate === 'delivered' && endOrder !== null
  if (isArrived && endOrder <= (past.get(to) ?? -1)) return 'past'
  const begins = future.get(from)
  return begins !== undefined && sentOrder !== null && sentOrder >= begins ? 'future' : null
}
