/**
 * Why a copy lacks a record: its node has no power, the link is cut, the record is on its way, or
 * being written to disk, or was lost and comes again by a resend or by gossip.
 */
import { batchRow } from '../aurora/database/batches.ts'
import { writerIndex } from '../aurora/status/reachability.ts'
import { rowOf } from '../aurora/storage/redoLog.ts'
import type { Segment, World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import { ARRIVED, LOST } from '../kernel/messageTable.ts'
import { faultBehindLink, faultBehindNode } from './faultBehind.ts'
import { bringing } from '../aurora/bringing.ts'
import { step } from './step.ts'

export function whyLacking(world: World, segment: Segment, ordinal: number, depth: number): Cause {
  return (
    withoutPower(world, segment, depth) ??
    underWay(world, segment, ordinal, depth) ??
    behindCut(world, segment, depth) ??
    toCome(world, segment, ordinal, depth)
  )
}

function withoutPower(world: World, segment: Segment, depth: number): Cause | null {
  const { id: node, isUp } = world.nodes[segment.node]!
  const fault = isUp ? null : faultBehindNode(world, segment.node)
  if (!fault) return null
  const { target, since: at } = fault
  const parameters = { segment: segment.id, node, fault: fault.fault, target }
  const more = { tone: 'bad', at, subject: `node:${node}` } as const
  return step(depth, { key: 'why.lack.nodeDown', parameters }, more)
}

function behindCut(world: World, segment: Segment, depth: number): Cause | null {
  const { id: node, actor } = world.nodes[segment.node]!
  const writer = world.instances[writerIndex(world)]
  const fault = writer ? faultBehindLink(world, writer.actor, actor) : null
  if (!fault) return null
  const { target, since: at } = fault
  const more = { tone: 'bad', at, subject: `node:${node}` } as const
  const parameters = { segment: segment.id, node, target }
  return step(depth, { key: 'why.lack.linkCut', parameters }, more)
}

function underWay(world: World, segment: Segment, ordinal: number, depth: number): Cause | null {
  const slot = bringing(world, segment, ordinal)
  if (slot === 0) return null
  const { id, flags, arrivesAt } = world.network.messages
  const message = id[slot]!
  const subject = `message:${message}`
  if (flags[slot]! & ARRIVED) {
    return step(depth, { key: 'why.lack.persisting', parameters: { segment: segment.id } })
  }
  if (flags[slot]! & LOST) {
    const parameters = { segment: segment.id, message }
    return step(depth, { key: 'why.lack.lostOnItsWay', parameters }, { tone: 'bad', subject })
  }
  const inMicros = arrivesAt[slot]! - world.now
  const parameters = { segment: segment.id, message, inMicros }
  return step(depth, { key: 'why.lack.onItsWay', parameters }, { subject, at: arrivesAt[slot]! })
}

/** The writer sends a batch again until it is acknowledged or given up to gossip. */
function toCome(world: World, segment: Segment, ordinal: number, depth: number): Cause {
  const at = resendAt(world, segment, ordinal)
  if (at !== null) {
    const parameters = { segment: segment.id, inMicros: Math.max(0, at - world.now) }
    return step(depth, { key: 'why.lack.resendDue', parameters }, { at })
  }
  const inMicros = world.parameters['storage.gossipPeriod']
  const parameters = { segment: segment.id, inMicros }
  return step(depth, { key: 'why.lack.gossip', parameters })
}

function resendAt(world: World, segment: Segment, ordinal: number): number | null {
  const writer = world.instances[writerIndex(world)]
  if (writer?.status !== 'open' || ordinal < 0) return null
  const { batches } = writer.memory.groups[segment.group]!
  const lsn = world.log.lsn[rowOf(world.log, ordinal)]!
  for (let n = 0; n < batches.length; n++) {
    const row = batchRow(batches, n)
    const isIn = batches.first[row]! <= ordinal && lsn <= batches.lastLsn[row]!
    if (isIn) return (batches.acked[row]! >>> segment.slot) & 1 ? null : batches.resendAt[row]!
  }
  return null
}
