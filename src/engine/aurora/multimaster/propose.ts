/**
 * A writer proposes a group of page changes to all six segments of each protection group that it
 * touches, and again to those that are silent, with the same number, until it is decided; after a
 * while undecided it asks who lives. Rules T1, T3, T7, T8.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell } from '../context.ts'
import { messageNumber } from '../messageNumber.ts'
import { payload, sendMessage } from '../send.ts'
import { isSatisfied } from '../storage/quorum.ts'
import type { World } from '../world.ts'
import { mmEventKind } from './mmEventKind.ts'
import { isPrivate, mmGroupOf, mmOf } from './mmPlaces.ts'
import { type MmPageChange, type MmPart, type MmProposal, verdict } from './multiMaster.ts'
import { writeRecords } from './ownLog.ts'
import { localVersion, notePending } from './pipeline.ts'
import { claimProposal, partsOf } from './proposals.ts'

export interface Asked {
  writer: number
  /** Slot of a transaction here, or a number of whoever typed it. */
  owner: number
  isTyped: boolean
  transaction: number
  /** Counted through all tables; -1 = it is about none. */
  row: number
  reason: number
  /** All cached and latched; the one that sentences name comes first. */
  pages: readonly { page: number; kind: number }[]
}

/** T3: on the versions that this writer has cached. Returns the number of the proposal. */
export function proposeGroup(ctx: Context, asked: Asked): number {
  const { world } = ctx
  const mm = mmOf(world)
  const writer = mm.writers[asked.writer]!
  const proposal = claimProposal(mm)
  proposal.writer = asked.writer
  proposal.epoch = writer.epoch
  proposal.isTyped = asked.isTyped
  proposal.slot = asked.owner
  proposal.transaction = asked.transaction
  proposal.row = asked.row
  proposal.reason = asked.reason
  proposal.pages = changesOf(world, asked)
  proposal.parts = partsOf(proposal.pages)
  nameFirst(proposal)
  writeRecords(writer, proposal)
  for (const { page } of proposal.pages) {
    if (!isPrivate(page)) mm.pages.touchedAt[page] = world.now
  }
  proposal.fact = tellSent(ctx, proposal)
  ctx.cause = proposal.fact
  proposal.sentAt = world.now
  notePending(world, proposal)
  if (proposal.after.length === 0) sendNow(ctx, proposal)
  return proposal.number
}

/** T31: nothing that it builds on is open any more. */
export function sendNow(ctx: Context, proposal: MmProposal): void {
  proposal.sentAt = ctx.world.now
  sendToSilent(ctx, proposal)
  watchProposal(ctx.world, proposal)
}

function changesOf(world: World, { writer: index, pages }: Asked): MmPageChange[] {
  const writer = mmOf(world).writers[index]!
  return pages.map(({ page, kind }) => ({
    page,
    kind,
    group: mmGroupOf(world, page),
    base: isPrivate(page) ? 0 : localVersion(writer, page),
    lsn: 0,
  }))
}

function nameFirst(proposal: MmProposal): void {
  const { page, base, group } = proposal.pages[0]!
  Object.assign(proposal, { page, base, group })
}

const reasonWords = ['user', 'rollback', 'user', 'purge', 'ddl'] as const

function tellSent(ctx: Context, proposal: MmProposal): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { number, transaction, page, base, pages } = proposal
  return tell(ctx, 'ProposalSent', {
    proposal: number,
    transaction,
    instance: ctx.world.instances[proposal.writer]!.id,
    page,
    base,
    pages: pages.length,
    reason: reasonWords[proposal.reason]!,
  })
}

/** T7: to all copies that have not answered. */
export function sendToSilent(ctx: Context, proposal: MmProposal): void {
  for (const part of proposal.parts) sendPart(ctx, proposal, part)
}

function sendPart(ctx: Context, proposal: MmProposal, { group, pages, yes, no }: MmPart): void {
  const { world } = ctx
  for (const { slot, node } of world.groups[group]!.segments) {
    if (((yes | no) >>> slot) & 1) continue
    payload.a = group
    payload.b = proposal.number
    payload.c = pages[0]!.page
    payload.d = pages[0]!.base
    payload.e = pages[0]!.lsn
    payload.f = proposal.epoch
    const { actor } = world.nodes[node]!
    sendMessage(ctx, world.instances[proposal.writer]!.actor, actor, messageNumber.Propose)
  }
}

/** It is looked after until it is decided. */
export function watchProposal(world: World, { number }: MmProposal): void {
  const row = number % mmOf(world).proposals.length
  const at = world.now + world.parameters['multiMaster.proposeResend']
  schedule(world.queue, at, mmEventKind.proposeResend, row, number)
}

/**
 * T7 and T8: again to the silent. True when it is to be given up: undecided for too long although
 * write sets live; while one of its protection groups has none it is stalled, and goes on.
 */
export function isGivenUp(ctx: Context, proposal: MmProposal): boolean {
  const { world } = ctx
  const since = Math.max(proposal.sentAt, proposal.askedAt)
  const isLate = world.now - since >= world.parameters['multiMaster.proposeTimeout']
  if (isLate && proposal.parts.every(part => isAlive(world, proposal, part))) return true
  proposal.verdict = isLate ? verdict.stalled : verdict.open
  ctx.cause = proposal.fact
  sendToSilent(ctx, proposal)
  watchProposal(world, proposal)
  return false
}

/** It has a write set of yes, or one that has answered this writer lately. */
function isAlive(world: World, { writer }: MmProposal, { group, yes }: MmPart): boolean {
  const { segments, write } = world.groups[group]!
  const { heardAt } = mmOf(world).writers[writer]!
  const since = world.now - world.parameters['multiMaster.liveWithin']
  let bits = yes
  for (const { node, slot } of segments) {
    if (heardAt[node]! > 0 && heardAt[node]! >= since) bits |= 1 << slot
  }
  return isSatisfied(write, bits)
}
