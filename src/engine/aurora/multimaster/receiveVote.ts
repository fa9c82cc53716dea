/**
 * A writer counts answers by the quorum expression of each protection group: accepted with a write
 * set of yes in all of them, refused as soon as one can reach none any more (three of six say no).
 * Rules T7, T10, T11.
 */
import type { Context } from '../context.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { refusal, refusalKinds } from './copies.ts'
import { escalate, ruling, turnDown } from './arbiter.ts'
import { accept, refuse } from './decide.ts'
import { mmOf, slotOn } from './mmPlaces.ts'
import { type MmPart, type MmProposal, verdict } from './multiMaster.ts'
import { recordAt } from './ownLog.ts'
import { isOpen, partIn, proposalOf } from './proposals.ts'
import { isGivenUp, watchProposal } from './propose.ts'

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
  const part = partIn(proposal, messages.a[message]!)
  if (part === null) return false
  const slot = slotOn(world, part.group, node)
  if (((part.yes | part.no) >>> slot) & 1) return false
  if (isGivingWay(proposal, messages.f[message]!)) return false
  note(world, part, slot, message)
  decide(ctx, proposal)
  return false
}

/** T30: what an arbiter told to give way is still in flight there; that copy is asked again. */
function isGivingWay({ ruling: its }: MmProposal, refused: number): boolean {
  return its === ruling.won && refused % refusalKinds === refusal.inFlight
}

function isUndecided(proposal: MmProposal): boolean {
  return isOpen(proposal) && proposal.verdict !== verdict.orphaned
}

function note(world: World, part: MmPart, slot: number, message: number): void {
  const { c, d, e, f } = world.network.messages
  if (c[message] === 1) part.yes |= 1 << slot
  else part.no |= 1 << slot
  part.refusals[slot] = f[message]! % refusalKinds
  part.places[slot] = Math.floor(f[message]! / refusalKinds)
  part.versions[slot] = d[message]!
  part.holders[slot] = e[message]!
}

/** T10: yes in every protection group, or no possible yes in one of them. */
function decide(ctx: Context, proposal: MmProposal): void {
  const { groups } = ctx.world
  let isAccepted = true
  for (const part of proposal.parts) {
    const { write } = groups[part.group]!
    if (!isSatisfied(write, members & ~part.no)) {
      turnDown(ctx, proposal, causeOf(ctx, proposal, part))
      return
    }
    if (!isSatisfied(write, part.yes)) isAccepted = false
  }
  if (isAccepted) accept(ctx, proposal)
}

/** T11: who was there first, or nobody: then those that said yes here keep every rival out too. */
function causeOf({ world }: Context, { writer }: MmProposal, part: MmPart) {
  const { write } = world.groups[part.group]!
  if (part.refusals.includes(refusal.staleBase)) return 'staleBase'
  const record = recordAt(mmOf(world).writers[writer]!, part.pages[0]!.lsn)
  const heldBy = (record?.heldBy ?? 0) | part.yes
  return isSatisfied(write, members & ~heldBy) ? 'inFlight' : 'noWinner'
}

/** T8: undecided for too long although a write set lives: both sides lose. */
export function proposeResend(ctx: Context, row: number, number: number): void {
  const proposal = mmOf(ctx.world).proposals[row]
  if (!proposal || proposal.number !== number || !isUndecided(proposal)) return
  if (isGivenUp(ctx, proposal)) {
    ctx.cause = proposal.fact
    if (proposal.ruling === ruling.asked) refuse(ctx, proposal, 'noWinner')
    else turnDown(ctx, proposal, 'noWinner')
    if (isUndecided(proposal)) watchProposal(ctx.world, proposal)
  } else if (proposal.ruling === ruling.asked) escalate(ctx, proposal)
}
