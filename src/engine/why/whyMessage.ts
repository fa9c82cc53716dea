/** Where a message is, and what became of it. */
import { messageNumber } from '../aurora/messageNumber.ts'
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import type { Fact, FactOf } from '../contract/facts.ts'
import { ARRIVED, LOST } from '../kernel/messageTable.ts'
import { linkOf } from '../kernel/network.ts'
import { messageSlot } from './messageSlot.ts'
import { step } from './step.ts'
import { whyFact } from './whyFact.ts'

export function whyMessage(world: World, message: number, facts: Fact[]): Cause[] | null {
  if (!(message >= 1)) return null
  const slot = messageSlot(world, message)
  const isUnderWay = slot !== 0 && (world.network.messages.flags[slot]! & ARRIVED) === 0
  if (!isUnderWay) return [ended(message, facts)]
  const cause = world.network.messages.cause[slot]!
  const chain = cause > 0 ? (whyFact(cause, facts) ?? []) : []
  return [flying(world, slot), ...chain.map(link => ({ ...link, depth: link.depth + 1 }))]
}

function flying(world: World, slot: number): Cause {
  const { messages } = world.network
  const at = messages.arrivesAt[slot]!
  const parameters = {
    message: messages.id[slot]!,
    kind: kindOf(messages.kind[slot]!),
    from: world.actors[messages.from[slot]!]!,
    to: world.actors[messages.to[slot]!]!,
    inMicros: at - world.now,
  }
  if (messages.flags[slot]! & LOST) {
    return step(0, { key: 'why.message.lost', parameters }, { tone: 'bad', at })
  }
  const because = obstacle(world, slot)
  if (!because) return step(0, { key: 'why.message.flying', parameters }, { at })
  const said = { key: 'why.message.willBeDropped', parameters: { ...parameters, because } }
  return step(0, said, { tone: 'bad', at })
}

/** What would become of it if nothing changed until it arrives. */
function obstacle({ network }: World, slot: number): 'cut' | 'receiverDown' | null {
  const from = network.messages.from[slot]!
  const to = network.messages.to[slot]!
  if (network.cut[linkOf(network, from, to)] === 1) return 'cut'
  return network.down[to] === 1 ? 'receiverDown' : null
}

function kindOf(number: number): string {
  return Object.entries(messageNumber).find(([, its]) => its === number)?.[0] ?? ''
}

function ended(message: number, facts: Fact[]): Cause {
  const dropped = facts.find(
    (fact): fact is FactOf<'MessageDropped'> =>
      fact.fact === 'MessageDropped' && fact.parameters.message === message,
  )
  if (!dropped) return step(0, { key: 'why.message.gone', parameters: { message } })
  const { at, id: fact, parameters } = dropped
  const said = { key: 'why.message.dropped', parameters: { ...parameters } }
  return step(0, said, { tone: 'bad', at, fact })
}
