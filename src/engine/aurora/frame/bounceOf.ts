/**
 * Stragglers, for the picture: what comes from a time that is over bounces off its receiver, since
 * a recovery has annulled it, or since its volume or membership epoch is over; and the refusal that
 * goes back (2017 §4.3, 2018 §2.4, §4.1). Rules R2, R6, M8.
 */
import type { MovingLayout } from '../../contract/frame.ts'
import { roomForNumber } from '../membership/roomForNumber.ts'
import { messageNumber } from '../messageNumber.ts'
import { isAnnulled, isKept } from '../storage/redoLog.ts'
import { segmentOn } from '../storage/segment.ts'
import type { Segment, World } from '../world.ts'

const annulled = 16 satisfies MovingLayout['flags']['annulled']
const stale = 32 satisfies MovingLayout['flags']['stale']

/** 0 = it is taken, as things stand now. */
export function bounceOf(world: World, slot: number): number {
  if (world.volume.epoch === 1 && !world.membership) return 0
  const { kind, d, e, f } = world.network.messages
  switch (kind[slot]) {
    case messageNumber.WriteRedo:
      return bounce(world, slot, d[slot]!, Math.floor(f[slot]! / roomForNumber))
    case messageNumber.ReadPage:
      return bounce(world, slot, e[slot]!, Math.floor(d[slot]! / roomForNumber))
    case messageNumber.GossipRecords:
      return bounce(world, slot, d[slot]!, e[slot]!)
    case messageNumber.WriteAck:
      return [0, stale, annulled][e[slot]!]!
    case messageNumber.PageAnswer:
      return e[slot] === 3 ? stale : 0
    case messageNumber.StaleMembers:
      return stale
  }
  return 0
}

function bounce(world: World, slot: number, epoch: number, members: number): number {
  const { a, b, kind, to } = world.network.messages
  const segment = segmentOn(world, a[slot]!, to[slot]! - world.instances.length)
  if (!segment) return 0
  if (epoch >= segment.epoch) return members + 1 < epochOfMembers(world, segment) ? stale : 0
  const isRedo = kind[slot] === messageNumber.WriteRedo
  return isRedo && isKept(world.log, b[slot]!) && isAnnulled(world.log, b[slot]!) ? annulled : stale
}

function epochOfMembers({ membership }: World, { group, slot }: Segment): number {
  return membership?.groups[group]?.members[slot]?.epoch ?? 0
}
