/**
 * Change of members as a mechanism: it sleeps until a node falls silent, a disk is lost, a node is
 * hot, or somebody asks for a change. Rules M1–M15.
 */
import { eventKind } from '../eventKind.ts'
import type { Context, Mechanism } from '../mechanism.ts'
import { instance, node } from '../receiveMessage.ts'
import { gossipDue, scheduleGossip } from '../storage/gossip.ts'
import type { EventRecord } from '../../kernel/eventQueue.ts'
import { awaken } from './awaken.ts'
import { isFilling, memberHooks, receiveStaleMembers } from './carryEpoch.ts'
import { look } from './caretaker.ts'
import { changeQuorum } from './changeQuorum.ts'
import { partReady, persistGivePart, receiveAskPart, receiveGivePart } from './fill.ts'
import { membershipEventKind } from './membershipEventKind.ts'
import { planLook } from './planLook.ts'
import { isSilent } from './suspicion.ts'
import { replaceSegment } from './replaceSegment.ts'
import { viewMembership } from './viewMembership.ts'
import {
  persistChangeMembers,
  receiveChangeMembers,
  receiveMembersChanged,
  resendEpoch,
} from './writeEpoch.ts'

export const membershipMechanism: Mechanism = {
  create: () => undefined,
  receivers: {
    ChangeMembers: node(receiveChangeMembers),
    MembersChanged: instance(receiveMembersChanged),
    StaleMembers: receiveStaleMembers,
    AskPart: node(receiveAskPart),
    GivePart: node(receiveGivePart),
  },
  persisters: { ChangeMembers: persistChangeMembers, GivePart: persistGivePart },
  timers: {
    [eventKind.gossip]: gossipRings,
    [membershipEventKind.look]: look,
    [membershipEventKind.partReady]: (ctx, { subject, detail }) => partReady(ctx, subject, detail),
    [membershipEventKind.resend]: (ctx, { subject, detail }) => resendEpoch(ctx, subject, detail),
  },
  members: memberHooks,
  nodeCrashed: nodeSilent,
  nodeRestarted: nodeHeard,
  linksChanged,
  verbs: { ReplaceSegment: replaceSegment, ChangeQuorum: changeQuorum },
  view: viewMembership,
}

/** M10: a member that is being filled has nothing to compare; one that has left, nobody to ask. */
function gossipRings(ctx: Context, { subject, detail }: EventRecord): void {
  const { world } = ctx
  const segment = world.groups[subject >>> 3]!.segments[subject & 7]
  if (!segment || world.nodes[segment.node]!.life !== detail) return
  if (!isFilling(world, segment)) gossipDue(ctx, segment)
  else scheduleGossip(world, segment, world.parameters['storage.gossipPeriod'])
}

/** M2: who is cut off is silent, and who is joined again is not. */
function linksChanged(ctx: Context): void {
  const { world } = ctx
  for (let node = 0; node < world.nodes.length; node++) {
    const isNoted = (world.membership?.silentSince[node] ?? -1) >= 0
    if (isSilent(world, node) === isNoted) continue
    if (isNoted) nodeHeard(ctx, node)
    else nodeSilent(ctx, node)
  }
}

/** M2: it is suspect when it is still silent after a while, counted from when that began. */
function nodeSilent(ctx: Context, index: number): void {
  const { world } = ctx
  const { parameters, setup } = world
  const isRepaired = parameters['repair.automatic'] === 1 && setup.topology !== 'multi-master'
  const isAsleep = world.membership === null
  const membership = isRepaired ? awaken(world) : world.membership
  if (!membership || (!isAsleep && membership.silentSince[index]! >= 0)) return
  membership.silentSince[index] = world.now
  membership.silentFact[index] = ctx.cause
  planLook(world, world.now + parameters['repair.suspectAfter'])
}

/** M4: who is heard again need not be replaced. */
function nodeHeard({ world }: Context, index: number): void {
  if (!world.membership || isSilent(world, index)) return
  world.membership.silentSince[index] = -1
  planLook(world, world.now)
}
