/**
 * Rows are put back one after the other, the newest change first: its page is read if it is not
 * cached, a CPU does the work, and redo records say so, as for any change; so a second crash finds
 * in the log how far undo was. One at a time, and the CPU time of a write, are assumptions. Rules
 * R12, R13.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { putInBox } from '../database/boxcar.ts'
import { notePageChange, touchPage } from '../database/bufferPool.ts'
import { occupyCpu, stretchedMicros } from '../database/cpu.ts'
import { groupOfPage } from '../database/groupOfPage.ts'
import { isRoomFor } from '../database/holdBack.ts'
import { requestPage } from '../database/readPage.ts'
import { recordsPerRow } from '../database/recordCounts.ts'
import { runTransaction } from '../database/runTransaction.ts'
import { transactionPhase } from '../database/transactions.ts'
import { writeInVain } from '../database/writeInVain.ts'
import { appendToGroup } from '../storage/chain.ts'
import { isReplaced } from '../storage/epoch.ts'
import { appendRecord, recordFlag, rowOf } from '../storage/redoLog.ts'
import { pageOfKey, placeOfKey } from '../storage/rowKey.ts'
import type { World } from '../world.ts'
import { freeRows, scheduleUndo } from './beginUndo.ts'
import type { Interrupted } from './undo.ts'
import { undoEventKind } from './undoEventKind.ts'

/** How soon undo looks again for its page, or for room below the allocation limit. */
const patience = 1000

/** The newest transaction, and of it the newest row that is not put back. */
function present({ undo }: World): { transaction: Interrupted; key: number } | null {
  const transaction = undo?.interrupted.at(-1)
  if (!transaction) return null
  const key = transaction.rows[transaction.rows.length - 1 - transaction.undone]
  return key === undefined ? null : { transaction, key }
}

export function undoDue(ctx: Context): void {
  const { world } = ctx
  const { undo, now, queue } = world
  const next = present(world)
  if (undo === null || next === null) return
  const { memory } = world.instances[undo.instance]!
  ctx.cause = undo.fact
  const page = pageOfKey(next.key)
  const isHere = touchPage(memory.pool, page)
  if (!isHere) requestPage(ctx, undo.instance, page)
  const isRoom = isRoomFor(world, world.instances[undo.instance]!, recordsPerRow(world.parameters))
  if (!isHere || !isRoom) {
    scheduleUndo(world, now + patience)
    return
  }
  const work = stretchedMicros(world, undo.instance, world.parameters['instance.cpuPerWrite'])
  const readyAt = occupyCpu(memory, now, work)
  schedule(queue, readyAt, undoEventKind.rowReady, undo.instance, undo.life)
}

export function rowReady(ctx: Context): void {
  const { world } = ctx
  const { undo } = world
  const next = present(world)
  if (undo === null || next === null) return
  const { transaction, key } = next
  ctx.cause = undo.fact
  transaction.undone++
  const isLast = transaction.undone === transaction.rows.length
  putBack(ctx, transaction.serial, key, isLast)
  if (isLast) endTransaction(ctx, transaction)
  if (world.undo !== null) scheduleUndo(world, world.now)
}

/** R13: with the number of the interrupted transaction. */
function putBack(ctx: Context, serial: number, key: number, isLast: boolean): void {
  const { world } = ctx
  const { instance } = world.undo!
  const { memory } = world.instances[instance]!
  const { log } = world
  const page = pageOfKey(key)
  const records = recordsPerRow(world.parameters)
  notePageChange(memory.pool, page, memory.nextLsn + records - 1)
  touchInstance(ctx, instance)
  if (isReplaced(world, memory.epoch)) return writeInVain(ctx, instance, page, records)
  for (let record = 0; record < records; record++) writeRecord(ctx, serial, page)
  const last = rowOf(log, log.next - 1)
  const { consistencyPoint, undoing, undone } = recordFlag
  log.flags[last] = consistencyPoint | undoing | (isLast ? undone : 0)
  log.place[last] = placeOfKey(key)
}

function writeRecord(ctx: Context, serial: number, page: number): void {
  const { world } = ctx
  const { instance, fact } = world.undo!
  const { memory } = world.instances[instance]!
  const group = groupOfPage(world, page)
  const ordinal = appendRecord(world.log, memory.nextLsn++, page, serial, 0, world.now)
  world.log.fact[rowOf(world.log, ordinal)] = fact
  appendToGroup(world, group, ordinal)
  putInBox(ctx, instance, group, ordinal)
}

/** Its rows are free: who waited tries again, in order. */
function endTransaction(ctx: Context, transaction: Interrupted): void {
  const { serial, rows } = transaction
  const { world } = ctx
  const undo = world.undo!
  const { id } = world.instances[undo.instance]!
  undo.interrupted.pop()
  world.totals.undone++
  freeRows(undo, transaction)
  const ended = { transaction: serial, instance: id, rows: rows.length }
  ctx.cause = ctx.isListening ? tell(ctx, 'TransactionUndone', ended) : skipFact(ctx)
  for (const mechanism of ctx.mechanisms) mechanism.transactionUndone?.(ctx, serial)
  const waiting = undo.waiting.splice(0)
  if (undo.interrupted.length === 0) endUndo(ctx)
  for (const { txn, serial: its } of waiting) runAgain(ctx, undo.instance, txn, its)
}

function endUndo(ctx: Context): void {
  const { world } = ctx
  const { instance, transactions, since, fact } = world.undo!
  const { id } = world.instances[instance]!
  const before = ctx.cause
  ctx.cause = fact
  tell(ctx, 'UndoEnded', { instance: id, transactions, tookMicros: world.now - since })
  ctx.cause = before
  world.undo = null
}

function runAgain(ctx: Context, instance: number, txn: number, serial: number): void {
  const { transactions } = ctx.world.instances[instance]!.memory
  const isSame = transactions.serial[txn] === serial
  if (!isSame || transactions.phase[txn] !== transactionPhase.waitingForRow) return
  transactions.phase[txn] = transactionPhase.queued
  runTransaction(ctx, instance, txn)
}
