/**
 * The writer makes redo records: a changed row is one mini-transaction whose last record is its
 * consistency point, CPL (2017 §4.1); the commit record is one too, and lies in the group of the
 * last changed page (*assumption*). Each joins the chain of its group and its open box.
 * Rules L1, L2, L6.
 */
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { appendToGroup } from '../storage/chain.ts'
import { isReplaced } from '../storage/epoch.ts'
import { appendRecord, recordFlag, rowOf } from '../storage/redoLog.ts'
import { putInBox } from './boxcar.ts'
import { notePageChange } from './bufferPool.ts'
import { groupOfPage } from './groupOfPage.ts'
import { recordsPerCommit, recordsPerRow } from './recordCounts.ts'
import type { RowAt } from './rowChoice.ts'
import { writeInVain } from './writeInVain.ts'

/** L2: the records of one changed row, to be seen together or not at all. */
export function writeRow(
  ctx: Context,
  instance: number,
  txn: number,
  { page, place }: RowAt,
): void {
  const { log, instances, parameters } = ctx.world
  const { memory } = instances[instance]!
  const records = recordsPerRow(parameters)
  notePageChange(memory.pool, page, memory.nextLsn + records - 1)
  touchInstance(ctx, instance)
  if (isReplaced(ctx.world, memory.epoch)) return writeInVain(ctx, instance, page, records)
  for (let record = 0; record < records; record++) writeRecord(ctx, instance, txn, page)
  log.flags[rowOf(log, log.next - 1)] = recordFlag.consistencyPoint
  log.place[rowOf(log, log.next - 1)] = place
}

/** L6: the LSN of the last of them is the commit LSN. */
export function writeCommit(ctx: Context, instance: number, txn: number, page: number): void {
  const { log, instances, parameters } = ctx.world
  const { memory } = instances[instance]!
  const records = recordsPerCommit(parameters)
  touchInstance(ctx, instance)
  memory.transactions.commitLsn[txn] = memory.nextLsn + records - 1
  if (isReplaced(ctx.world, memory.epoch)) return writeInVain(ctx, instance, page, records)
  for (let record = 0; record < records; record++) writeRecord(ctx, instance, txn, page)
  const last = rowOf(log, log.next - 1)
  log.flags[last] = recordFlag.consistencyPoint | recordFlag.commit
  log.fact[last] = tellWritten(ctx, instance, txn, page)
}

/** L1: the next LSN is given, the record appended to the log, its group's chain and its box. */
function writeRecord(ctx: Context, instance: number, txn: number, page: number): void {
  const { world } = ctx
  const { memory } = world.instances[instance]!
  const { serial, fact } = memory.transactions
  const ordinal = appendRecord(world.log, memory.nextLsn++, page, serial[txn]!, 0, world.now)
  world.log.fact[rowOf(world.log, ordinal)] = fact[txn]!
  const group = groupOfPage(world, page)
  appendToGroup(world, group, ordinal)
  putInBox(ctx, instance, group, ordinal)
}

function tellWritten(ctx: Context, instance: number, txn: number, page: number): number {
  const { transactions } = ctx.world.instances[instance]!.memory
  ctx.cause = transactions.fact[txn]!
  if (!ctx.isListening) return skipFact(ctx)
  return tell(ctx, 'CommitWritten', {
    transaction: transactions.serial[txn]!,
    lsn: transactions.commitLsn[txn]!,
    group: ctx.world.groups[groupOfPage(ctx.world, page)]!.id,
  })
}
