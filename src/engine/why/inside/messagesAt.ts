/** Messages that are on their way, or that wait for the disk of their receiver. */
import { eventKind } from '../../aurora/eventKind.ts'
import { messageNumber } from '../../aurora/messageNumber.ts'
import type { World } from '../../aurora/world.ts'
import type { MessageKind } from '../../contract/messages.ts'
import type { Micros } from '../../contract/units.ts'
import { ARRIVED, LIVE } from '../../kernel/messageTable.ts'
import { pendingInOrder } from '../../kernel/pendingInOrder.ts'

const kinds: MessageKind[] = []
for (const [kind, number] of Object.entries(messageNumber)) kinds[number] = kind as MessageKind

/** A row of the message table; the numbers `a` to `f` are read by whoever knows the kind. */
export interface SeenMessage {
  slot: number
  id: number
  kind: MessageKind
  from: number
  to: number
  sentAt: Micros
  arrivesAt: Micros
  /** It has arrived and is being worked on. */
  hasArrived: boolean
}

/** To or from this actor, in the order of their arrival. */
export function messagesAt({ network: { messages } }: World, actor: number): SeenMessage[] {
  const seen: SeenMessage[] = []
  for (let slot = 1; slot < messages.usedRows; slot++) {
    const flags = messages.flags[slot]!
    if ((flags & LIVE) === 0) continue
    const [from, to] = [messages.from[slot]!, messages.to[slot]!]
    if (from !== actor && to !== actor) continue
    seen.push({
      slot,
      id: messages.id[slot]!,
      kind: kinds[messages.kind[slot]!]!,
      from,
      to,
      sentAt: messages.sentAt[slot]!,
      arrivesAt: messages.arrivesAt[slot]!,
      hasArrived: (flags & ARRIVED) !== 0,
    })
  }
  return seen.sort((one, other) => one.arrivesAt - other.arrivesAt || one.id - other.id)
}

/** By row of the message table: when what it brought will be on disk. */
export function diskEnds({ queue }: World): Map<number, Micros> {
  const ends = new Map<number, Micros>()
  for (const { kind, subject, at } of pendingInOrder(queue)) {
    if (kind === eventKind.persisted) ends.set(subject, at)
  }
  return ends
}
