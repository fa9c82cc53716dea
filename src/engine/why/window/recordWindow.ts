/**
 * Records what crosses the network while a run is stepped event by event. It only looks: after
 * each event at the message that has come to its end, and at the rows of those that were sent.
 */
import { eventKind } from '../../aurora/eventKind.ts'
import { groupOf } from '../../aurora/frame/messageDetail.ts'
import { messageNumber } from '../../aurora/messageNumber.ts'
import type { World } from '../../aurora/world.ts'
import type { Fact } from '../../contract/facts.ts'
import type { MessageKind } from '../../contract/messages.ts'
import type {
  MessageFate,
  SpacetimeAnswer,
  SpaceMark,
  SpaceMessage,
} from '../../contract/spacetime.ts'
import type { EventRecord } from '../../kernel/eventQueue.ts'
import { DUPLICATE, HELD } from '../../kernel/messageTable.ts'
import { inFlight } from '../../kernel/network.ts'
import type { NetworkCounters } from '../../kernel/networkState.ts'
import { actorOf } from './actorOf.ts'
import { createSeenWork, type SeenWork, transactionsIn } from './transactionsIn.ts'

/** A run that is stepped: its world, and the event executed last. */
export interface Stepped {
  world: World
  event: EventRecord
}

export interface WindowRecorder {
  /** To be told of every fact. */
  hear(fact: Fact): void
  /** After each event, or after a command. */
  note(what: 'event' | 'command'): void
  /** Messages recorded so far. */
  count(): number
  /** Forgets the older half; the instant from which on everything is known. */
  forgetOlder(): number
  end(): Pick<SpacetimeAnswer, 'actors' | 'messages' | 'marks'>
}

interface Recording {
  stepped: Stepped
  seen: SeenWork
  order: number
  nextId: number
  counters: NetworkCounters
  /** By row of the message table: those that have not come to their end. */
  open: Map<number, SpaceMessage>
  messages: SpaceMessage[]
  marks: SpaceMark[]
  heard: Fact[]
}

const kinds: MessageKind[] = []
for (const [kind, number] of Object.entries(messageNumber)) kinds[number] = kind as MessageKind

const noGroup = 65_535

/** `isMarked`: which facts become marks. */
export function recordWindow(stepped: Stepped, isMarked: (fact: Fact) => boolean): WindowRecorder {
  const recording = begin(stepped)
  return {
    hear: fact => void recording.heard.push(fact),
    note: what => note(recording, what, isMarked),
    count: () => recording.messages.length,
    forgetOlder: () => forgetOlder(recording),
    end: () => end(recording),
  }
}

function begin(stepped: Stepped): Recording {
  const { network } = stepped.world
  const recording: Recording = {
    stepped,
    seen: createSeenWork(stepped.world),
    order: 0,
    nextId: network.nextId,
    counters: { ...network.counters },
    open: new Map(),
    messages: [],
    marks: [],
    heard: [],
  }
  const slots: number[] = []
  inFlight(network, slot => slots.push(slot))
  for (const slot of byId(network.messages.id, slots)) add(recording, slot, null)
  return recording
}

function byId(ids: Float64Array, slots: number[]): number[] {
  return slots.sort((one, other) => ids[one]! - ids[other]!)
}

function note(
  recording: Recording,
  what: 'event' | 'command',
  isMarked: (fact: Fact) => boolean,
): void {
  const { event, world } = recording.stepped
  recording.order++
  const isArrival = what === 'event' && event.kind === eventKind.deliver
  noteProposals(recording)
  const receiver = isArrival ? noteEnd(recording, event.subject) : null
  for (const fact of recording.heard.splice(0)) {
    if (!isMarked(fact)) continue
    recording.marks.push({ actor: actorOf(world, fact, receiver), order: recording.order, fact })
  }
  noteSent(recording)
}

function noteProposals({ heard, seen }: Recording): void {
  for (const { fact, parameters } of heard) {
    if (fact === 'ProposalSent') seen.proposals.set(parameters.proposal, parameters.transaction)
  }
}

/** The receiver, if it took the message. */
function noteEnd(recording: Recording, slot: number): number | null {
  const { open, heard, order, stepped, counters } = recording
  const message = open.get(slot)
  const fate = fateOf(counters, stepped.world.network.counters)
  recording.counters = { ...stepped.world.network.counters }
  if (message === undefined || isPostponed(stepped.world, slot, message)) return null
  message.fate = fate
  if (fate === 'held') return null
  message.arrivesAt = stepped.world.now
  message.endOrder = order
  open.delete(slot)
  const began = heard.find(({ fact }) => fact === 'TransactionBegan')
  if (began?.fact === 'TransactionBegan') message.transactions = [began.parameters.transaction]
  return fate === 'delivered' ? message.to : null
}

/** It should have arrived now, and a hand has made it come later. */
function isPostponed({ network, now }: World, slot: number, message: SpaceMessage): boolean {
  const { id, arrivesAt } = network.messages
  if (id[slot] !== message.id || arrivesAt[slot]! <= now) return false
  message.arrivesAt = arrivesAt[slot]!
  return true
}

function fateOf(before: NetworkCounters, after: NetworkCounters): MessageFate {
  if (after.lost > before.lost) return 'lost'
  if (after.cut > before.cut) return 'cut'
  if (after.droppedDown > before.droppedDown) return 'receiverDown'
  return after.held > before.held ? 'held' : 'delivered'
}

/** Rows are scanned only when something was sent: the table holds what is under way. */
function noteSent(recording: Recording): void {
  const { network } = recording.stepped.world
  if (network.nextId === recording.nextId) return
  const { id, flags, usedRows } = network.messages
  const slots: number[] = []
  for (let slot = 1; slot < usedRows; slot++) {
    if (flags[slot] !== 0 && id[slot]! >= recording.nextId) slots.push(slot)
  }
  for (const slot of byId(id, slots)) add(recording, slot, recording.order)
  recording.nextId = network.nextId
}

function add(recording: Recording, slot: number, sentOrder: number | null): void {
  const { world } = recording.stepped
  const { messages } = world.network
  const group = groupOf(messages, slot)
  const message: SpaceMessage = {
    id: messages.id[slot]!,
    kind: kinds[messages.kind[slot]!]!,
    from: messages.from[slot]!,
    to: messages.to[slot]!,
    sentAt: messages.sentAt[slot]!,
    arrivesAt: messages.arrivesAt[slot]!,
    fate: (messages.flags[slot]! & HELD) === 0 ? 'underWay' : 'held',
    group: group === noGroup ? null : group,
    isDuplicate: (messages.flags[slot]! & DUPLICATE) !== 0,
    isRefusal: isRefusal(messages, slot),
    transactions: transactionsIn(world, recording.seen, slot),
    sentOrder,
    endOrder: null,
  }
  recording.messages.push(message)
  recording.open.set(slot, message)
}

const byThird: readonly number[] = [
  messageNumber.Answer,
  messageNumber.ProxyAnswer,
  messageNumber.Vote,
  messageNumber.Finalize,
]

/** Outcomes as `contract/messages` has them. */
function isRefusal({ kind, c, d }: World['network']['messages'], slot: number): boolean {
  if (byThird.includes(kind[slot]!)) return c[slot] === 0
  return kind[slot] === messageNumber.StatementResult && (d[slot] === 1 || d[slot] === 3)
}

/** What was under way then stays, as sent before the window. */
function forgetOlder(recording: Recording): number {
  const { messages, marks } = recording
  const middle = messages[Math.floor(messages.length / 2)]!
  const cut = middle.sentOrder ?? 1
  recording.marks = marks.filter(({ order }) => order >= cut)
  recording.messages = messages.filter(({ endOrder }) => endOrder === null || endOrder >= cut)
  for (const message of recording.messages) {
    if (message.sentOrder !== null && message.sentOrder < cut) message.sentOrder = null
  }
  return middle.sentAt
}

function end({ stepped, messages, marks }: Recording): ReturnType<WindowRecorder['end']> {
  return { actors: [...stepped.world.actors], messages, marks }
}
