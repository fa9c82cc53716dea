/**
 * Nobody wins a page: with `multiMaster.choiceArbiter` a writer whose change can neither be
 * accepted nor loses to another one asks an arbiter, as in the preview. The writer online with the
 * lowest number keeps that registry; the lowest of the proposals that contend is named, the others
 * are cancelled, and it asks again those copies that had said no. Storage still decides: a ruling
 * only makes the others give way. Rules T29, T30.
 */
import type { ConflictCause } from '../../contract/refusals.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { refuse } from './decide.ts'
import { mmOf } from './mmPlaces.ts'
import { type MmPart, type MmProposal, verdict } from './multiMaster.ts'
import { isOpen, proposalOf } from './proposals.ts'
import { sendToSilent } from './propose.ts'

export const ruling = { none: 0, asked: 1, won: 2 } as const
const keptRulings = 64

/** T10, T29: it is refused, unless an arbiter is to be asked first. */
export function turnDown(ctx: Context, proposal: MmProposal, cause: ConflictCause): void {
  if (proposal.ruling === ruling.asked) return
  const isForArbiter =
    ctx.world.parameters['multiMaster.choiceArbiter'] !== 0 &&
    proposal.ruling === ruling.none &&
    (cause === 'noWinner' || (cause === 'inFlight' && isCrosswise(ctx.world, proposal)))
  if (!isForArbiter) {
    refuse(ctx, proposal, cause)
    return
  }
  proposal.ruling = ruling.asked
  proposal.askedAt = ctx.world.now
  escalate(ctx, proposal)
}

/** It has won in one protection group and lost in another: two may do so crosswise. */
function isCrosswise({ groups }: World, { parts }: MmProposal): boolean {
  return parts.some(({ group, yes }) => isSatisfied(groups[group]!.write, yes))
}

/** T29: also again, when no ruling has come. */
export function escalate(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const arbiter = mmOf(world).writers.findIndex(({ status }) => status === 'online')
  const contest = contestOf(proposal)
  ctx.cause = proposal.fact
  if (arbiter < 0) return
  if (arbiter === proposal.writer) rule(ctx, arbiter, { proposal: proposal.number, ...contest })
  else {
    payload.a = proposal.number
    payload.b = contest.page
    payload.c = contest.base
    payload.d = contest.lowest
    sendMessage(ctx, proposal.writer, arbiter, messageNumber.Escalate)
  }
}

interface Contest {
  page: number
  base: number
  lowest: number
}

/** The page that is lost, and the lowest proposal that copies hold for it, its own included. */
function contestOf({ parts, number, page, base }: MmProposal): Contest {
  for (const { holders, places, pages } of parts) {
    const slot = holders.findIndex(holder => holder > 0)
    if (slot < 0) continue
    const lost = pages[places[slot]!]!
    const rivals = holders.filter(holder => holder > 0)
    return { page: lost.page, base: lost.base, lowest: Math.min(number, ...rivals) }
  }
  return { page, base, lowest: number }
}

export function receiveEscalate(ctx: Context, actor: number, message: number): boolean {
  const { a, b, c, d } = ctx.world.network.messages
  if (mmOf(ctx.world).writers[actor]!.status !== 'online') return false
  const proposal = a[message]!
  rule(ctx, actor, { proposal, page: b[message]!, base: c[message]!, lowest: d[message]! })
  return false
}

/** T30: once for each page and base; whoever asks later is told the same. */
function rule(ctx: Context, arbiter: number, asked: Contest & { proposal: number }): void {
  const mm = mmOf(ctx.world)
  const { page, base, lowest, proposal } = asked
  const known = mm.rulings.find(its => its.page === page && its.base === base)
  const winner = known?.winner ?? lowest
  if (!known) mm.rulings.push({ page, base, winner })
  if (mm.rulings.length > keptRulings) mm.rulings.shift()
  const told = [...new Set([proposal, winner])]
  for (const number of told) sayRuling(ctx, arbiter, number, winner)
}

function sayRuling(ctx: Context, arbiter: number, number: number, winner: number): void {
  const proposal = proposalOf(mmOf(ctx.world), number)
  if (proposal === null) return
  if (proposal.writer === arbiter) {
    obey(ctx, proposal, winner)
    return
  }
  payload.a = number
  payload.b = winner
  sendMessage(ctx, arbiter, proposal.writer, messageNumber.Ruling)
}

export function receiveRuling(ctx: Context, actor: number, message: number): boolean {
  const { a, b } = ctx.world.network.messages
  const proposal = proposalOf(mmOf(ctx.world), a[message]!)
  if (proposal?.writer === actor) obey(ctx, proposal, b[message]!)
  return false
}

/** T30: the winner asks again those that had said no; any other gives way. */
function obey(ctx: Context, proposal: MmProposal, winner: number): void {
  if (!isOpen(proposal) || proposal.verdict === verdict.orphaned) return
  if (proposal.ruling === ruling.won) return
  ctx.cause = ctx.isListening ? tellRuled(ctx, proposal, winner) : skipFact(ctx)
  if (winner !== proposal.number) {
    proposal.fact = ctx.cause
    refuse(ctx, proposal, 'noWinner')
    return
  }
  proposal.ruling = ruling.won
  proposal.askedAt = ctx.world.now
  for (const part of proposal.parts) forgetNo(part)
  sendToSilent(ctx, proposal)
}

function tellRuled(ctx: Context, proposal: MmProposal, winner: number): number {
  const instance = ctx.world.instances[proposal.writer]!.id
  const { page } = contestOf(proposal)
  return tell(ctx, 'ContestRuled', { instance, proposal: proposal.number, winner, page })
}

function forgetNo(part: MmPart): void {
  part.no = 0
  part.refusals.fill(0)
  part.places.fill(0)
  part.versions.fill(0)
  part.holders.fill(0)
}
