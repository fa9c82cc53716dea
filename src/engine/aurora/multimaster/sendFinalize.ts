/** The verdict goes to all six segments; a commit carries the change to those that refused. T4. */
import type { Context } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { askPeer } from './catchUp.ts'
import { cancelTentative, isBehind, keepForGood } from './copies.ts'
import { mmOf, slotOn } from './mmPlaces.ts'
import type { MmProposal } from './multiMaster.ts'
import { partIn, proposalOf } from './proposals.ts'

export function sendFinalize(ctx: Context, proposal: MmProposal, isCommit: boolean): void {
  sendVerdict(ctx, ctx.world.instances[proposal.writer]!.actor, proposal, isCommit)
}

/** From its writer, or from the member that decided without it; not to itself. */
export function sendVerdict(
  ctx: Context,
  from: number,
  proposal: MmProposal,
  isCommit: boolean,
): void {
  const { world } = ctx
  for (const { group, pages } of proposal.parts) {
    for (const { node } of world.groups[group]!.segments) {
      if (world.nodes[node]!.actor === from) continue
      payload.a = group
      payload.b = proposal.number
      payload.c = isCommit ? 1 : 0
      payload.d = pages[0]!.page
      payload.e = pages[0]!.base + 1
      payload.f = pages[0]!.lsn
      sendMessage(ctx, from, world.nodes[node]!.actor, messageNumber.Finalize)
    }
  }
}

export function receiveFinalize(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const { messages } = world.network
  const proposal = proposalOf(mmOf(world), messages.b[message]!)
  const part = proposal && partIn(proposal, messages.a[message]!)
  if (!proposal || !part) return false
  const slot = slotOn(world, part.group, actor - world.instances.length)
  if (slot < 0) return false
  if (messages.c[message] === 0) cancelTentative(world, proposal, part, slot)
  else if (isBehind(world, part, slot)) askPeer(ctx, part.group, slot)
  else keepForGood(ctx, proposal, part, slot)
  return false
}
