/**
 * A transaction goes through its rows, one after the other: it waits for a page that is not
 * cached, changes rows as mini-transactions, and writes its commit record last. It holds no
 * thread while it waits (2017 §4.2.2). Rules W1, W6, L6.
 */
import type { Context } from '../context.ts'
import type { World } from '../world.ts'
import { touchPage } from './bufferPool.ts'
import { groupOfPage } from './groupOfPage.ts'
import { goOn } from './goOn.ts'
import { finishTransaction } from './finishTransaction.ts'
import { holdBack, mayWrite } from './holdBack.ts'
import { waitForPage } from './readPage.ts'
import { recordsPerCommit, recordsPerRow } from './recordCounts.ts'
import { chosenRow, pageOfRow, placeOfRow, type RowAt } from './rowChoice.ts'
import { pushSlot } from './slotRing.ts'
import { transactionPhase } from './transactions.ts'
import { writeCommit, writeRow } from './writeRecords.ts'

export function runTransaction(ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { transactions, pool } = world.instances[instance]!.memory
  if (transactions.application[txn]! < 0) return goOn(ctx, instance, txn)
  const { reads, writes } = world.setup.workload[transactions.application[txn]!]!
  let row = transactions.nextRow[txn]!
  if (row === 0) ctx.history?.works(instance, txn)
  while (row < reads + writes) {
    const page = pageOf(world, instance, txn, row)
    if (groupOfPage(world, page) >= world.groups.length) ctx.members!.grow(ctx)
    if (!touchPage(pool, page)) return waitForPage(ctx, instance, txn, page)
    if (row >= reads && !changeRow(ctx, instance, txn, row)) return
    transactions.nextRow[txn] = ++row
  }
  if (writes === 0) finishTransaction(ctx, instance, txn)
  else commit(ctx, instance, txn)
}

/** Page of the `index`-th row of the transaction. */
function pageOf(world: World, instance: number, txn: number, index: number): number {
  const { application } = world.instances[instance]!.memory.transactions
  return pageOfRow(world, application[txn]!, rowAt(world, instance, txn, index))
}

function rowAt(world: World, instance: number, txn: number, index: number): number {
  const { application, rowSeed } = world.instances[instance]!.memory.transactions
  return chosenRow(world, application[txn]!, rowSeed[txn]!, index)
}

/** False when it must wait: for who owns the row, or for room below the allocation limit. */
function changeRow(ctx: Context, instance: number, txn: number, index: number): boolean {
  const { world } = ctx
  const { application } = world.instances[instance]!.memory.transactions
  const at = placeOfRow(world, application[txn]!, rowAt(world, instance, txn, index))
  if (world.undo !== null && waitsForUndo(ctx, instance, txn, at)) return false
  const records = recordsPerRow(world.parameters)
  const isAllowed = mayWrite(world, world.instances[instance]!, txn, records)
  if (isAllowed) writeRow(ctx, instance, txn, at)
  else holdBack(ctx, instance, txn)
  return isAllowed
}

/** R12: a row that an interrupted transaction has changed belongs to it until that is undone. */
function waitsForUndo(ctx: Context, instance: number, txn: number, at: RowAt): boolean {
  return ctx.mechanisms.some(({ holdsRow }) => holdsRow?.(ctx, instance, txn, at) === true)
}

/** L6: the commit record is written and the transaction parked until VDL has passed it. */
function commit(ctx: Context, instance: number, txn: number): void {
  const { world } = ctx
  const { memory } = world.instances[instance]!
  const records = recordsPerCommit(world.parameters)
  if (!mayWrite(world, world.instances[instance]!, txn, records)) {
    holdBack(ctx, instance, txn)
    return
  }
  const lastRow = memory.transactions.nextRow[txn]! - 1
  writeCommit(ctx, instance, txn, pageOf(world, instance, txn, lastRow))
  memory.transactions.phase[txn] = transactionPhase.parked
  pushSlot(memory.parked, txn)
}
