/**
 * COMMIT at one of several writers: the commit record is proposed on the writer's private page, in
 * the group of the page changed last. It is acknowledged when it is accepted and the writer's own
 * VDL has reached it; then its mark goes to the others, who see the changes when they have applied
 * it. What only read sends nothing. Rules J20, T9, T12, T15.
 */
import type { Lsn } from '../../contract/units.ts'
import { type Context, skipFact, tell, touchCommit } from '../context.ts'
import { recordLatency } from '../database/latencyHistogram.ts'
import { transactionPhase } from '../database/transactions.ts'
import { mmGroupOf, mmOf, privatePage } from '../multimaster/mmPlaces.ts'
import { pageKind, reason } from '../multimaster/multiMaster.ts'
import { noteWriter } from '../multimaster/noteWriter.ts'
import { proposalOf } from '../multimaster/proposals.ts'
import { proposeGroup } from '../multimaster/propose.ts'
import { pushRedo } from '../multimaster/redoStream.ts'
import { noteCommitRecord } from '../relations/advance.ts'
import type { EndMark } from '../relations/relations.ts'
import type { Turn } from '../sql/turn.ts'

const committed = 1
const rolledBack = 2

export function proposeCommit({ ctx, index, connection }: Turn, transaction: number): void {
  const { world } = ctx
  const its = connection.proposing!
  const group = mmGroupOf(world, connection.page)
  const page = privatePage(world, index, group)
  its.sentAt = world.now
  its.proposal = proposeGroup(ctx, {
    writer: index,
    owner: its.owner,
    isTyped: true,
    transaction,
    row: -1,
    reason: reason.commit,
    pages: [{ page, kind: pageKind.system }],
  })
  const { lsn } = proposalOf(mmOf(world), its.proposal)!
  noteCommitRecord(world.sql!.relations, transaction, lsn)
  const { transactions } = world.instances[index]!.memory
  transactions.commitLsn[connection.slot] = lsn
  transactions.phase[connection.slot] = transactionPhase.parked
  const written = { transaction, lsn, group: world.groups[group]!.id }
  ctx.cause = ctx.isListening ? tell(ctx, 'CommitWritten', written) : skipFact(ctx)
  transactions.fact[connection.slot] = ctx.cause
}

/** T15: others learn of the end when they have applied this. Null: it had changed nothing. */
export function markEnd(
  ctx: Context,
  index: number,
  { transaction, lsn, isCommitted }: { transaction: number; lsn: Lsn; isCommitted: boolean },
): EndMark | null {
  const { world } = ctx
  const several = world.sql!.several!
  if (!several.writing.includes(transaction)) return null
  several.writing = several.writing.filter(its => its !== transaction)
  const mark = isCommitted ? committed : rolledBack
  const place = pushRedo(ctx, index, { changes: [], transaction, mark, lsn })
  if (isCommitted) settleRecords(ctx, index, transaction)
  return { origin: index, place, at: world.now }
}

function settleRecords({ world }: Context, index: number, transaction: number): void {
  for (const record of mmOf(world).writers[index]!.log) {
    if (record.transaction === transaction && record.state === 'accepted') {
      record.state = 'committed'
    }
  }
}

/** T12: counted as any commit. */
export function countCommit({ ctx, index, connection }: Turn): void {
  const { world } = ctx
  const instance = world.instances[index]!
  const { transactions } = instance.memory
  transactions.phase[connection.slot] = transactionPhase.queued
  touchCommit(ctx, 0)
  recordLatency(instance.latency, world.now - transactions.beganAt[connection.slot]!)
  instance.commits++
  const writer = mmOf(world).writers[index]!
  noteWriter(writer, world.now)
  writer.commits++
  world.totals.committed++
}

/** T21: its commit record was accepted before its writer died. */
export function isCommitKept({ world }: Context, index: number, transaction: number): boolean {
  const { log } = mmOf(world).writers[index]!
  return log.some(
    its => its.transaction === transaction && its.isCommit && its.state === 'accepted',
  )
}
