/**
 * A writer proposes a page change to all six segments of its group, and again to those that are
 * silent, with the same number, until it is decided; after a while undecided it asks who lives.
 * Rules T3, T7, T8.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmGroupOf, mmOf } from './mmPlaces.ts'
import { type MmProposal, reason, verdict } from './multiMaster.ts'
import { writeRecord } from './ownLog.ts'
import { claimProposal } from './proposals.ts'

export interface Change {
  page: number
  row: number
  base: number
  reason: number
}

/** T3. */
export function propose(ctx: Context, slot: number, change: Change): void {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  const proposal = claimProposal(mm)
  const writer = mm.writers[transaction.writer]!
  proposal.writer = transaction.writer
  proposal.epoch = writer.epoch
  proposal.slot = slot
  proposal.transaction = transaction.serial
  proposal.group = mmGroupOf(world, change.page)
  proposal.page = change.page
  proposal.row = change.row
  proposal.base = change.base
  proposal.reason = change.reason
  proposal.sentAt = world.now
  writeRecord(writer, proposal, change.reason === reason.commit)
  if (change.page < mm.tablePages) mm.pages.touchedAt[change.page] = world.now
  transaction.proposal = proposal.number
  proposal.fact = tellSent(ctx, proposal)
  transaction.fact = proposal.fact
  ctx.cause = proposal.fact
  sendToSilent(ctx, proposal)
  watch(world, proposal)
}

function tellSent(ctx: Context, proposal: MmProposal): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { number, transaction, page, base } = proposal
  return tell(ctx, 'ProposalSent', {
    proposal: number,
    transaction,
    instance: ctx.world.instances[proposal.writer]!.id,
    page,
    base,
    reason: proposal.reason === reason.rollback ? 'rollback' : 'user',
  })
}

function sendToSilent(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const { segments } = world.groups[proposal.group]!
  const answered = proposal.yes | proposal.no
  for (let slot = 0; slot < segments.length; slot++) {
    if ((answered >>> slot) & 1) continue
    payload.a = proposal.group
    payload.b = proposal.number
    payload.c = proposal.page
    payload.d = proposal.base
    payload.e = proposal.lsn
    payload.f = proposal.epoch
    const { actor } = world.nodes[segments[slot]!.node]!
    sendMessage(ctx, world.instances[proposal.writer]!.actor, actor, messageNumber.Propose)
  }
}

function watch(world: World, { number }: MmProposal): void {
  const row = number % mmOf(world).proposals.length
  const at = world.now + world.parameters['multiMaster.proposeResend']
  schedule(world.queue, at, mmEventKind.proposeResend, row, number)
}

/**
 * T7 and T8: again to the silent. True when it is to be given up: undecided for too long although
 * a write set lives; while none lives it is stalled, and goes on.
 */
export function isGivenUp(ctx: Context, proposal: MmProposal): boolean {
  const { world } = ctx
  const isLate = world.now - proposal.sentAt >= world.parameters['multiMaster.proposeTimeout']
  const isAlive = isSatisfied(world.groups[proposal.group]!.write, liveBits(world, proposal))
  if (isLate && isAlive) return true
  proposal.verdict = isLate ? verdict.stalled : verdict.open
  ctx.cause = proposal.fact
  sendToSilent(ctx, proposal)
  watch(world, proposal)
  return false
}

/** Copies whose nodes have answered this writer lately. */
function liveBits(world: World, { writer, group }: MmProposal): number {
  const { heardAt } = mmOf(world).writers[writer]!
  const since = world.now - world.parameters['multiMaster.liveWithin']
  let bits = 0
  for (const { node, slot } of world.groups[group]!.segments) {
    if (heardAt[node]! > 0 && heardAt[node]! >= since) bits |= 1 << slot
  }
  return bits
}
