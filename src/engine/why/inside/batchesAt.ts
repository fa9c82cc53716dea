/** What comes to a copy and what leaves it, of the messages that its node takes part in. */
import { isKept, rowOf } from '../../aurora/storage/redoLog.ts'
import type { Segment, World } from '../../aurora/world.ts'
import type { Batch, CopyInside, Note } from '../../contract/inside.ts'
import type { MessageKind } from '../../contract/messages.ts'
import type { Micros } from '../../contract/units.ts'
import { diskEnds, messagesAt, type SeenMessage } from './messagesAt.ts'
import { alongChain, recordInside } from './recordInside.ts'

const shownRecords = 8

const fromWriters: readonly MessageKind[] = ['WriteRedo', 'Propose', 'Finalize']
const toWriters: readonly MessageKind[] = ['WriteAck', 'SclReport', 'Vote']
const among: readonly MessageKind[] = ['Gossip', 'GossipRecords', 'AskPage', 'GivePage']

export function batchesAt(
  world: World,
  segment: Segment,
): Pick<CopyInside, 'arriving' | 'writing'> {
  const { actor } = world.nodes[segment.node]!
  const ends = diskEnds(world)
  const coming = ofGroup(world, segment).filter(({ to }) => to === actor)
  const isRedo = ({ kind }: SeenMessage) => fromWriters.includes(kind)
  const isWritten = ({ kind }: SeenMessage) =>
    fromWriters.includes(kind) || kind === 'GossipRecords'
  const batch = (seen: SeenMessage) => batchOf(world, seen, ends)
  return {
    arriving: coming.filter(seen => !seen.hasArrived && isRedo(seen)).map(batch),
    writing: coming.filter(seen => seen.hasArrived && isWritten(seen)).map(batch),
  }
}

export function notesAt(world: World, segment: Segment): Pick<CopyInside, 'answers' | 'gossip'> {
  const { actor } = world.nodes[segment.node]!
  const seen = ofGroup(world, segment).filter(({ hasArrived }) => !hasArrived)
  const note = (each: SeenMessage) => noteOf(world, each, actor)
  const answers = seen.filter(({ from, kind }) => from === actor && toWriters.includes(kind))
  return {
    answers: answers.map(note),
    gossip: seen.filter(({ kind }) => among.includes(kind)).map(note),
  }
}

/** A node hosts copies of several groups. */
function ofGroup(world: World, { node, group }: Segment): SeenMessage[] {
  const { a } = world.network.messages
  return messagesAt(world, world.nodes[node]!.actor).filter(({ slot }) => a[slot] === group)
}

function batchOf(world: World, seen: SeenMessage, ends: Map<number, Micros>): Batch {
  const { slot, id, kind, from, sentAt, arrivesAt, hasArrived } = seen
  const { b, c } = world.network.messages
  const isRedo = kind === 'WriteRedo'
  return {
    message: id,
    kind,
    from: world.actors[from]!,
    records: isRedo ? recordsFrom(world, b[slot]!, c[slot]!) : [],
    count: isRedo ? c[slot]! : kind === 'GossipRecords' ? between(world, slot) : 1,
    since: hasArrived ? arrivesAt : sentAt,
    until: hasArrived ? (ends.get(slot) ?? diskEnd(world, slot)) : arrivesAt,
  }
}

function recordsFrom(world: World, first: number, count: number): Batch['records'] {
  const ordinals = alongChain(world.log, first, Math.min(count, shownRecords))
  return ordinals.map(ordinal => recordInside(world, ordinal))
}

/** Records of the group that gossip brings, as far as the log keeps them one by one. */
function between({ log, network, groups }: World, slot: number): number {
  const { a, b, c } = network.messages
  let count = 0
  let ordinal = groups[a[slot]!]!.tipOrdinal
  while (isKept(log, ordinal)) {
    const lsn = log.lsn[rowOf(log, ordinal)]!
    if (lsn <= b[slot]!) break
    if (lsn <= c[slot]!) count++
    ordinal = log.previousInGroup[rowOf(log, ordinal)]!
  }
  return count
}

/** Of a proposal, which has a list of its own; else it is done at this instant. */
function diskEnd({ multiMaster, now }: World, slot: number): Micros {
  return multiMaster?.arrivals.find(its => its.slot === slot)?.at ?? now
}

/** What each kind tells first: an SCL, the end of what it brings, or yes. */
function valueOf({ network }: World, { slot, kind }: SeenMessage): number {
  const { b, c } = network.messages
  return kind === 'GossipRecords' || kind === 'Vote' || kind === 'GivePage' ? c[slot]! : b[slot]!
}

function noteOf(world: World, seen: SeenMessage, actor: number): Note {
  const { id, kind, from, to, arrivesAt } = seen
  const isOut = from === actor
  return {
    message: id,
    kind,
    other: world.actors[isOut ? to : from]!,
    isOut,
    value: valueOf(world, seen),
    until: arrivesAt,
  }
}
