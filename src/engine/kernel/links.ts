/**
 * The switches of the network, one link and one direction at a time. They change what happens
 * to messages that arrive or leave from now on; nothing else in the machine moves.
 */
import { type EventQueue, schedule } from './eventQueue.ts'
import { HELD } from './messageTable.ts'
import { inFlight, linkOf, type Network } from './networkState.ts'

/** The kind of the event at which a message arrives; its subject is the message's row. */
export const DELIVER = 1

export function cut(network: Network, from: number, to: number): void {
  network.cut[linkOf(network, from, to)] = 1
}

export function repair(network: Network, from: number, to: number): void {
  network.cut[linkOf(network, from, to)] = 0
}

export function hold(network: Network, from: number, to: number): void {
  network.held[linkOf(network, from, to)] = 1
}

/**
 * A link, by its number (`linkOf`), passes messages again; those it kept arrive now, in the order
 * in which they came.
 */
export function release(network: Network, queue: EventQueue, link: number, now: number): void {
  network.held[link] = 0
  const { flags, heldOrder, arrivesAt } = network.messages
  for (const slot of heldOn(network, link)) {
    flags[slot] = (flags[slot] as number) & ~HELD
    heldOrder[slot] = 0
    arrivesAt[slot] = now
    schedule(queue, now, DELIVER, slot)
  }
}

function heldOn(network: Network, link: number): number[] {
  const { flags, from, to, heldOrder } = network.messages
  const slots: number[] = []
  inFlight(network, slot => {
    const isHeld = ((flags[slot] as number) & HELD) !== 0
    const its = linkOf(network, from[slot] as number, to[slot] as number)
    if (isHeld && its === link) slots.push(slot)
  })
  return slots.sort((one, other) => (heldOrder[one] as number) - (heldOrder[other] as number))
}

export function setLaw(network: Network, from: number, to: number, lawIndex: number): void {
  network.law[linkOf(network, from, to)] = lawIndex
}

export function setLoss(network: Network, from: number, to: number, ppm: number): void {
  network.lossPpm[linkOf(network, from, to)] = ppm
}

export function setDuplication(network: Network, from: number, to: number, ppm: number): void {
  network.duplicationPpm[linkOf(network, from, to)] = ppm
}

export function setSlow(network: Network, from: number, to: number, factorPpm: number): void {
  network.slowFactorPpm[linkOf(network, from, to)] = factorPpm
}

/** What arrives at an actor without power is dropped. */
export function setDown(network: Network, actor: number, isDown: boolean): void {
  network.down[actor] = isDown ? 1 : 0
}
