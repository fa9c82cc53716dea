/**
 * Slots of a group: a new member takes the next one, and when somebody leaves the others close up,
 * so that members always stand in slots 0, 1, 2 … Everything that is kept by slot moves along: bits
 * of the log, what instances know, who hosts what. Rule M4.
 */
import { type Context, touchSegment } from '../context.ts'
import type { Batches, Instance, PageReads } from '../instance.ts'
import { scheduleGossip } from '../storage/gossip.ts'
import { rowOf } from '../storage/redoLog.ts'
import { createSegment } from '../storage/segment.ts'
import type { Segment, World } from '../world.ts'
import type { Member } from './membership.ts'

export function segmentId(world: World, group: number, node: number): string {
  return `${world.groups[group]!.id}/${world.nodes[node]!.id.replace('node-', '')}`
}

/** Returns its slot. Its disk is empty; epoch and ranges it has from the volume's metadata. */
export function addSlot(ctx: Context, group: number, node: number, member: Member): number {
  const { world } = ctx
  const { segments } = world.groups[group]!
  const segment = createSegment(segmentId(world, group, node), group, segments.length, node)
  learnVolume(world, segment)
  segments.push(segment)
  host(world, node, group * 8 + segment.slot)
  world.membership!.groups[group]!.members.push(member)
  for (const instance of world.instances) resizeKnown(instance, group, segments.length)
  scheduleGossip(world, segment, world.parameters['storage.gossipPeriod'])
  touchSegment(ctx, group, segment.slot)
  return segment.slot
}

/** What a machine with an empty disk has to know before it takes part. */
export function learnVolume({ volume }: World, segment: Segment): void {
  segment.epoch = volume.epoch
  segment.truncationEpoch = volume.truncations.at(-1)?.epoch ?? 1
}

/** Whoever has this slot leaves; who stands in `heir` takes it, and the last closes up. */
export function removeSlot(ctx: Context, group: number, slot: number, heir = -1): void {
  const { world } = ctx
  const { segments } = world.groups[group]!
  emptySlot(world, group, slot)
  forgetSlot(world, group, slot)
  leaveHost(world, segments[slot]!.node, group * 8 + slot)
  if (heir >= 0) moveSlot(ctx, group, heir, slot)
  const gap = heir >= 0 ? heir : slot
  if (gap !== segments.length - 1) moveSlot(ctx, group, segments.length - 1, gap)
  segments.pop()
  world.membership!.groups[group]!.members.pop()
  for (const instance of world.instances) resizeKnown(instance, group, segments.length)
}

/** The member moves to another node of its zone, with an empty disk. */
export function rehost(world: World, group: number, slot: number, node: number): void {
  const segment = world.groups[group]!.segments[slot]!
  if (segment.node === node) return
  const before = { ...segment }
  leaveHost(world, segment.node, group * 8 + slot)
  segment.node = node
  segment.id = segmentId(world, group, node)
  host(world, node, group * 8 + slot)
  goOnGossiping(world, before, segment)
}

function host(world: World, node: number, place: number): void {
  const { hosts } = world.nodes[node]!
  hosts.push(place)
  hosts.sort((one, other) => one - other)
}

function leaveHost(world: World, node: number, place: number): void {
  const { hosts } = world.nodes[node]!
  world.nodes[node]!.hosts = hosts.filter(other => other !== place)
}

/** Nothing of the group is on this slot's disk any more, and nobody thinks so. */
export function emptySlot(world: World, group: number, slot: number): void {
  const { log, groups, membership, pipeline } = world
  if (pipeline) pipeline.lanes[group * 8 + slot] = null
  const gone = ~(1 << slot)
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if (log.group[row] === group) log.heldBy[row]! &= gone
  }
  const segment = groups[group]!.segments[slot]!
  segment.scl = 0
  segment.sclOrdinal = -1
  segment.highestHeld = 0
  segment.lowestReadPoint = 0
  segment.hasHole = false
  membership!.groups[group]!.members[slot]!.incarnation++
}

/** What instances believe of a slot's disk; after a loss they learn it from its next answer. */
export function forgetSlot({ instances }: World, group: number, slot: number): void {
  for (const { memory } of instances) {
    const known = memory.groups[group]!
    known.sclSeen[slot] = 0
    known.readLatency[slot] = 0
    dropFromReads(memory.reads, group, slot)
    mapAcked(known.batches, bits => bits & ~(1 << slot))
    if (!memory.opening) continue
    memory.opening.promised[group]! &= ~(1 << slot)
    memory.opening.truncated[group]! &= ~(1 << slot)
  }
}

/** The slot `to` is free. */
function moveSlot(ctx: Context, group: number, from: number, to: number): void {
  const { world } = ctx
  const { segments } = world.groups[group]!
  const before = segments[to]!
  const segment = segments[from]!
  const own = world.membership!.groups[group]!
  moveInLog(world, group, from, to)
  moveLane(world, group * 8 + from, group * 8 + to)
  segments[to] = segment
  segment.slot = to
  own.members[to] = own.members[from]!
  own.uncounted = movedBit(own.uncounted, from, to)
  own.tails = movedBit(own.tails, from, to)
  leaveHost(world, segment.node, group * 8 + from)
  host(world, segment.node, group * 8 + to)
  for (const instance of world.instances) moveKnown(instance, group, from, to)
  goOnGossiping(world, before, segment)
  touchSegment(ctx, group, to)
}

/** A timer of the slot that still rings is taken over, so that nobody gossips twice. */
function goOnGossiping(world: World, before: Segment, segment: Segment): void {
  const left = world.nodes[before.node]!
  const isTakenOver = left.isUp && left.life === world.nodes[segment.node]!.life
  if (!isTakenOver) scheduleGossip(world, segment, world.parameters['storage.gossipPeriod'])
}

function moveLane({ pipeline }: World, from: number, to: number): void {
  if (!pipeline) return
  pipeline.lanes[to] = pipeline.lanes[from] ?? null
  pipeline.lanes[from] = null
}

function moveInLog({ log }: World, group: number, from: number, to: number): void {
  for (let ordinal = log.first; ordinal < log.next; ordinal++) {
    const row = rowOf(log, ordinal)
    if (log.group[row] === group) log.heldBy[row] = movedBit(log.heldBy[row]!, from, to)
  }
}

function movedBit(bits: number, from: number, to: number): number {
  const bit = (bits >>> from) & 1
  return (bits & ~((1 << from) | (1 << to))) | (bit << to)
}

function moveKnown({ memory }: Instance, group: number, from: number, to: number): void {
  const known = memory.groups[group]!
  known.sclSeen[to] = known.sclSeen[from]!
  known.readLatency[to] = known.readLatency[from]!
  mapAcked(known.batches, bits => movedBit(bits, from, to))
  moveReads(memory.reads, group, from, to)
  const { opening } = memory
  if (!opening) return
  opening.promised[group] = movedBit(opening.promised[group]!, from, to)
  opening.truncated[group] = movedBit(opening.truncated[group]!, from, to)
  opening.promisedScl[group]![to] = opening.promisedScl[group]![from]!
  opening.promisedHighest[group]![to] = opening.promisedHighest[group]![from]!
}

function mapAcked({ acked }: Batches, map: (bits: number) => number): void {
  for (let row = 0; row < acked.length; row++) acked[row] = map(acked[row]!)
}

function moveReads(reads: PageReads, group: number, from: number, to: number): void {
  for (let read = 0; read < reads.number.length; read++) {
    if (reads.number[read] === 0 || reads.group[read] !== group) continue
    reads.asked[read] = movedBit(reads.asked[read]!, from, to)
    reads.answered[read] = movedBit(reads.answered[read]!, from, to)
    reads.firstSlot[read] = movedSlot(reads.firstSlot[read]!, from, to)
    reads.secondSlot[read] = movedSlot(reads.secondSlot[read]!, from, to)
  }
}

/** Nothing is to be expected any more of whoever was asked there. */
function dropFromReads(reads: PageReads, group: number, slot: number): void {
  for (let read = 0; read < reads.number.length; read++) {
    if (reads.number[read] === 0 || reads.group[read] !== group) continue
    reads.answered[read]! &= ~(1 << slot)
    if (reads.firstSlot[read] === slot) reads.firstSlot[read] = -1
    if (reads.secondSlot[read] === slot) reads.secondSlot[read] = -1
  }
}

function movedSlot(slot: number, from: number, to: number): number {
  if (slot === from) return to
  return slot === to ? -1 : slot
}

/** What an instance keeps by slot has room for all members, and no more. */
function resizeKnown({ memory }: Instance, group: number, members: number): void {
  const known = memory.groups[group]!
  known.sclSeen = resized(known.sclSeen, members)
  known.readLatency = resized(known.readLatency, members)
  mapAcked(known.batches, bits => bits & ((1 << members) - 1))
  const { opening } = memory
  if (!opening) return
  opening.promisedScl[group] = resized(opening.promisedScl[group]!, members)
  opening.promisedHighest[group] = resized(opening.promisedHighest[group]!, members)
}

function resized(values: Float64Array, length: number): Float64Array {
  const other = new Float64Array(length)
  other.set(values.subarray(0, length))
  return other
}
