/**
 * A writer counts answers by the quorum expression of the group: accepted with a write set of yes,
 * refused as soon as none can be reached any more (three of six). Rules T7, T10, T11.
 */
import type { Context } from '../context.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { refusal } from './copies.ts'
import { accept, refuse } from './decide.ts'
import { mmOf, slotOn } from './mmPlaces.ts'
import { type MmProposal, verdict } from './multiMaster.ts'
import { recordAt } from './ownLog.ts'
import { isOpen, proposalOf } from './proposals.ts'
import { isGivenUp } from './propose.ts'

const members = 0b111111

export function receiveVote(ctx: Context, actor: number, message: number): boolean {
  const { world } = ctx
  const mm = mmOf(world)
  const { messages } = world.network
  const node = messages.from[message]! - world.instances.length
  const writer = mm.writers[actor]!
  writer.heardAt[node] = world.now
  const proposal = proposalOf(mm, messages.b[message]!)
  if (proposal === null || !isUndecided(proposal) || proposal.epoch !== writer.epoch) return false
  if (writer.status === 'offline') return false
  const slot = slotOn(world, proposal.group, node)
  if (((proposal.yes | proposal.no) >>> slot) & 1) return false
  note(world, proposal, slot, message)
  decide(ctx, proposal)
  return false
}

function isUndecided(proposal: MmProposal): boolean {
  return isOpen(proposal) && proposal.verdict !== verdict.orphaned
}

function note(world: World, proposal: MmProposal, slot: number, message: number): void {
  const { c, d, e, f } = world.network.messages
  if (c[message] === 1) proposal.yes |= 1 << slot
  else proposal.no |= 1 << slot
  proposal.refusals[slot] = f[message]!
  proposal.versions[slot] = d[message]!
  proposal.holders[slot] = e[message]!
}

function decide(ctx: Context, proposal: MmProposal): void {
  const { write } = ctx.world.groups[proposal.group]!
  if (isSatisfied(write, proposal.yes)) accept(ctx, proposal)
  else if (!isSatisfied(write, members & ~proposal.no))
    refuse(ctx, proposal, causeOf(ctx, proposal))
}

/** T11: who was there first, or nobody: then those that said yes here keep every rival out too. */
function causeOf({ world }: Context, proposal: MmProposal) {
  const { write } = world.groups[proposal.group]!
  if (proposal.refusals.includes(refusal.staleBase)) return 'staleBase'
  const record = recordAt(mmOf(world).writers[proposal.writer]!, proposal.lsn)
  const heldBy = (record?.heldBy ?? 0) | proposal.yes
  return isSatisfied(write, members & ~heldBy) ? 'inFlight' : 'noWinner'
}

/** T8: undecided for too long although a write set lives: both sides lose. */
export function proposeResend(ctx: Context, row: number, number: number): void {
  const proposal = mmOf(ctx.world).proposals[row]
  if (!proposal || proposal.number !== number || !isUndecided(proposal)) return
  if (isGivenUp(ctx, proposal)) {
    ctx.cause = proposal.fact
    refuse(ctx, proposal, 'noWinner')
  }
}
