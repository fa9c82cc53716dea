/**
 * What a network is: for each directed pair of actors 0 to n - 1 a link of its own, with a delay
 * law, losses, duplicates, a slow-down and two switches, and a table of the messages on their way.
 */
import type { DelayLaw } from './distributions.ts'
import { ARRIVED, createMessageTable, LIVE, type MessageTable } from './messageTable.ts'

export interface NetworkCounters {
  sent: number
  duplicated: number
  delivered: number
  lost: number
  cut: number
  droppedDown: number
  /** How often a held link has kept a message; such a message is still in flight. */
  held: number
}

export interface Network {
  actorCount: number
  nextId: number
  nextHeld: number
  /** Messages on their way, the held ones included. */
  flying: number
  laws: DelayLaw[]
  /** By `linkOf`: index into `laws`. */
  law: Uint8Array
  cut: Uint8Array
  held: Uint8Array
  lossPpm: Int32Array
  duplicationPpm: Int32Array
  /** 1,000,000 is the usual speed; 2,000,000 takes twice as long. */
  slowFactorPpm: Float64Array
  /** By actor. */
  down: Uint8Array
  messages: MessageTable
  counters: NetworkCounters
}

/** A link of the usual speed, in parts per million. */
export const USUAL_SPEED = 1_000_000

export function createNetwork(actorCount: number, laws: DelayLaw[]): Network {
  const links = actorCount * actorCount
  return {
    actorCount,
    nextId: 1,
    nextHeld: 1,
    flying: 0,
    laws,
    law: new Uint8Array(links),
    cut: new Uint8Array(links),
    held: new Uint8Array(links),
    lossPpm: new Int32Array(links),
    duplicationPpm: new Int32Array(links),
    slowFactorPpm: new Float64Array(links).fill(USUAL_SPEED),
    down: new Uint8Array(actorCount),
    messages: createMessageTable(),
    counters: { sent: 0, duplicated: 0, delivered: 0, lost: 0, cut: 0, droppedDown: 0, held: 0 },
  }
}

export function linkOf(network: Network, from: number, to: number): number {
  return from * network.actorCount + to
}

/** Messages on their way, the held ones included. */
export function inFlightCount(network: Network): number {
  return network.flying
}

/** Visits the row of every message on its way, in the order of rows, which means nothing. */
export function inFlight(network: Network, visit: (slot: number) => void): void {
  const { flags, usedRows } = network.messages
  for (let slot = 1; slot < usedRows; slot++) {
    if (((flags[slot] as number) & (LIVE | ARRIVED)) === LIVE) visit(slot)
  }
}

/** The rows of all messages, arrived ones still read included, by rising id. */
export function slotsById(network: Network): number[] {
  const { id, flags, usedRows } = network.messages
  const slots: number[] = []
  for (let slot = 1; slot < usedRows; slot++) if (flags[slot] !== 0) slots.push(slot)
  return slots.sort((one, other) => (id[one] as number) - (id[other] as number))
}
