/** Messages in flight, or arrived and still being written, that carry a record. */
import { messageNumber } from './messageNumber.ts'
import { isKept, rowOf } from './storage/redoLog.ts'
import type { Segment, World } from './world.ts'
import { ARRIVED, type MessageTable } from '../kernel/messageTable.ts'
import { linkOf } from '../kernel/network.ts'

/**
 * Row of the message that brings a record to a segment: of several the one that has come
 * furthest, and among those under way the first to arrive; 0 = none.
 */
export function bringing(world: World, segment: Segment, ordinal: number): number {
  const { messages } = world.network
  let best = 0
  for (let slot = 1; slot < messages.usedRows; slot++) {
    if (!isToSegment(world, segment, slot) || !hasRecord(world, slot, ordinal)) continue
    if (isAboutToDrop(world, slot)) continue
    if (best === 0 || isFurther(messages, slot, best)) best = slot
  }
  return best
}

function isToSegment(world: World, segment: Segment, slot: number): boolean {
  const { flags, to, kind, a } = world.network.messages
  const isRedo = kind[slot] === messageNumber.WriteRedo
  const isGossip = kind[slot] === messageNumber.GossipRecords
  if (flags[slot] === 0 || !(isRedo || isGossip)) return false
  return to[slot] === world.nodes[segment.node]!.actor && a[slot] === segment.group
}

/** The link that it travels is cut. */
function isAboutToDrop(world: World, slot: number): boolean {
  const { flags, from, to } = world.network.messages
  const link = linkOf(world.network, from[slot]!, to[slot]!)
  return (flags[slot]! & ARRIVED) === 0 && world.network.cut[link] === 1
}

function hasRecord(world: World, slot: number, ordinal: number): boolean {
  const { log, network } = world
  const { kind, b, c } = network.messages
  if (!isKept(log, ordinal)) return false
  const lsn = log.lsn[rowOf(log, ordinal)]!
  if (kind[slot] === messageNumber.GossipRecords) return lsn > b[slot]! && lsn <= c[slot]!
  let next = b[slot]!
  for (let count = 0; count < c[slot]! && isKept(log, next); count++) {
    if (next === ordinal) return true
    next = log.nextInGroup[rowOf(log, next)]!
  }
  return false
}

function isFurther({ flags, arrivesAt }: MessageTable, slot: number, best: number): boolean {
  if (stageOf(flags[slot]!) !== stageOf(flags[best]!)) {
    return stageOf(flags[slot]!) > stageOf(flags[best]!)
  }
  return arrivesAt[slot]! < arrivesAt[best]!
}

/** 2 = arrived and being written · 1 = under way · 0 = lost under way */
function stageOf(flags: number): number {
  if (flags & ARRIVED) return 2
  return flags & 1 ? 0 : 1
}
