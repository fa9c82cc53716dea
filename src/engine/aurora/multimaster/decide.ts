/**
 * The verdict on a proposal and what follows from it at the writer: an accepted change is
 * finalized, enters its own cache and goes to the others as redo; a refused one is cancelled, its
 * page evicted, and its transaction rolled back. Rules T4, T10–T13.
 */
import type { ConflictCause } from '../../contract/refusals.ts'
import { uniformBelow } from '../../kernel/distributions.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { bitCount } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { doom, finishCommit } from './endTransaction.ts'
import { giveBack, latchOf } from './holds.ts'
import { isPrivate, mmOf } from './mmPlaces.ts'
import { type MmProposal, reason, verdict } from './multiMaster.ts'
import { raiseVcl, recordAt } from './ownLog.ts'
import { pushRedo } from './redoStream.ts'
import { addChange } from './rowChanges.ts'
import { sendFinalize } from './sendFinalize.ts'
import { evict, noteAccepted } from './mmCache.ts'
import { liveTransaction, wake } from './wake.ts'

const longestPauseMicros = 20_000

/** T4, T10. */
export function accept(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { page, base, writer } = proposal
  proposal.verdict = verdict.accepted
  close(world, proposal, 'accepted')
  ctx.cause = tellAccepted(ctx, proposal)
  proposal.fact = ctx.cause
  sendFinalize(ctx, proposal, true)
  if (!isPrivate(mm, page)) {
    noteAccepted(ctx, proposal)
    const mark = { page, base, transaction: proposal.transaction, mark: 0, lsn: proposal.lsn }
    pushRedo(ctx, writer, mark)
  }
  giveOn(ctx, proposal)
  finishParked(ctx, writer)
}

function close(world: World, proposal: MmProposal, state: 'accepted' | 'refused'): void {
  proposal.decidedAt = world.now
  const record = recordAt(mmOf(world).writers[proposal.writer]!, proposal.lsn)
  if (record) record.state = state
}

function tellAccepted(ctx: Context, { number, page, base, yes }: MmProposal): number {
  if (!ctx.isListening) return skipFact(ctx)
  const parameters = { proposal: number, page, version: base + 1, yes: bitCount(yes) }
  return tell(ctx, 'ProposalAccepted', parameters)
}

/** The transaction has what it waited for. */
function giveOn(ctx: Context, proposal: MmProposal): void {
  const { world } = ctx
  const { slot, page, row, base } = proposal
  const transaction = liveTransaction(world, slot, proposal.transaction)
  if (!transaction) return
  transaction.fact = proposal.fact
  giveBack(world, slot, latchOf(page))
  const tookMicros = world.now - proposal.sentAt
  if (proposal.reason === reason.user) {
    transaction.changes.push(addChange(world, transaction, row, base + 1))
    transaction.tookMicros.push(tookMicros)
    transaction.next++
    transaction.state = 'active'
    wake(world, slot)
  } else if (proposal.reason === reason.rollback) {
    transaction.undone++
    transaction.undoTries = 0
    wake(world, slot)
  } else {
    mmOf(world).writers[proposal.writer]!.parked.push(slot)
  }
  transaction.proposal = 0
}

/** T12: a commit is acknowledged when the writer's VDL has reached its record. */
export function finishParked(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const writer = mm.writers[index]!
  if (raiseVcl(writer)) touchInstance(ctx, index)
  if (writer.parked.length === 0) return
  const { cause } = ctx
  for (const slot of [...writer.parked]) {
    const transaction = mm.transactions[slot]!
    if (transaction.commitLsn > writer.vdl) continue
    writer.parked.splice(writer.parked.indexOf(slot), 1)
    ctx.cause = transaction.fact
    finishCommit(ctx, slot)
  }
  ctx.cause = cause
}

/** T11, T13. */
export function refuse(ctx: Context, proposal: MmProposal, cause: ConflictCause): void {
  const { world } = ctx
  const { writer, page, slot } = proposal
  proposal.verdict = verdict.refused
  proposal.cause = cause
  noteRival(world, proposal)
  close(world, proposal, 'refused')
  ctx.cause = tellRefused(ctx, proposal, cause)
  proposal.fact = ctx.cause
  sendFinalize(ctx, proposal, false)
  evict(ctx, writer, page)
  const transaction = liveTransaction(world, slot, proposal.transaction)
  if (transaction) {
    giveBack(world, slot, latchOf(page))
    transaction.proposal = 0
    transaction.fact = proposal.fact
    if (proposal.reason === reason.rollback) tryAgain(world, slot)
    else doom(ctx, slot, conflictOf(world, proposal))
  }
  finishParked(ctx, writer)
}

/** T14: what undoes never gives up; it pauses, reads the page anew and proposes again. */
function tryAgain(world: World, slot: number): void {
  mmOf(world).transactions[slot]!.undoTries++
  wake(world, slot, 1 + uniformBelow(world.streams.clients, longestPauseMicros))
}

function conflictOf(world: World, { cause, page, base, found, winner }: MmProposal) {
  return {
    cause: cause as ConflictCause,
    page,
    base,
    version: found,
    winner: world.instances[winner]?.id ?? '',
  }
}

/** Who was there first, and with which version, as things stand at the refusal. */
function noteRival(world: World, proposal: MmProposal): void {
  const mm = mmOf(world)
  const rival = rivalOf(world, proposal)
  const first = rival > 0 ? mm.proposals[rival % mm.proposals.length] : undefined
  proposal.winner = proposal.cause === 'noWinner' || !first ? -1 : first.writer
  proposal.found = proposal.versions.reduce((most, its) => Math.max(most, its), proposal.base)
}

/** The proposal that came first: the one in flight, or the last one accepted. */
function rivalOf(world: World, { cause, page, holders }: MmProposal): number {
  const mm = mmOf(world)
  if (cause === 'staleBase') return mm.pages.lastProposal[page] ?? 0
  return holders.find(holder => holder > 0) ?? 0
}

function tellRefused(ctx: Context, proposal: MmProposal, cause: ConflictCause): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { number, page, base, yes, no } = proposal
  return tell(ctx, 'ProposalRefused', {
    proposal: number,
    page,
    base,
    yes: bitCount(yes),
    no: bitCount(no),
    cause,
    winner: cause === 'noWinner' ? 0 : rivalOf(ctx.world, proposal),
  })
}
