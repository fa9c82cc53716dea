/** The verdict goes to all six segments; a commit carries the change to those that refused. T4. */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { askPeer } from './catchUp.ts'
import { cancelTentative, keepForGood } from './copies.ts'
import { isPrivate, mmOf, slotOn } from './mmPlaces.ts'
import type { MmProposal } from './multiMaster.ts'
import { proposalOf } from './proposals.ts'

export function sendFinalize(ctx: Context, proposal: MmProposal, isCommit: boolean): void {
  const { world } = ctx
  for (const { node } of world.groups[proposal.group]!.segments) {
    payload.a = proposal.group
    payload.b = proposal.number
    payload.c = isCommit ? 1 : 0
    payload.d = proposal.page
    payload.e = proposal.base + 1
    payload.f = proposal.lsn
    const from = world.instances[proposal.writer]!.actor
    sendMessage(ctx, from, world.nodes[node]!.actor, messageNumber.Finalize)
  }
}

export function receiveFinalize(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  const { messages } = world.network
  const proposal = proposalOf(mm, messages.b[message]!)
  if (proposal === null) return false
  const slot = slotOn(world, proposal.group, actor - world.instances.length)
  if (slot < 0) return false
  if (messages.c[message] === 0) {
    cancelTentative(world, proposal, slot)
    return false
  }
  const isBehind =
    !isPrivate(mm, proposal.page) && mm.versions[slot]![proposal.page]! < proposal.base
  if (isBehind) askPeer(ctx, proposal.group, slot)
  else keepForGood(ctx, proposal, slot)
  return false
}
