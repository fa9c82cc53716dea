/**
 * How a transaction ends: committed, or rolled back with error 1213 at once while its changes are
 * undone page by page; its rows stay owned until that is done. Nothing was locked across writers.
 * Rules T12–T16, C6.
 */
import type { RollbackCause } from '../../contract/refusals.ts'
import type { InstanceId } from '../../contract/ids.ts'
import { type Context, skipFact, tell, touchCommit, touchInstance } from '../context.ts'
import { answerClient, answerOutcome, type Recipient } from '../database/answerClient.ts'
import { connectionsOf } from '../database/connectionsOf.ts'
import { recordLatency } from '../database/latencyHistogram.ts'
import { freeTransaction } from '../database/transactions.ts'
import { countConflict } from '../routing/countConflict.ts'
import { giveAllBack } from './holds.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction, MmWriter } from './multiMaster.ts'
import { noteWriter } from './noteWriter.ts'
import { noteForPurge } from './purge.ts'
import { pushRedo, settleEnds } from './redoStream.ts'
import { outcome } from './rowChanges.ts'
import { releaseTransaction } from './mmTransactions.ts'
import { wake } from './wake.ts'

/** MySQL's *deadlock found when trying to get lock*, given for a page conflict too. */
export const conflictOutcome = 3
/** MySQL's *lock wait timeout exceeded*: the application rolls back and may try again. */
export const lockTimeoutOutcome = 7

export interface Conflict {
  cause: RollbackCause
  page: number
  base: number
  version: number
  winner: InstanceId | ''
}

const recipient: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** T12: also at recovery, when nobody waits for the answer any more. */
export function finishCommit(ctx: Context, slot: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  const writer = mm.writers[transaction.writer]!
  transaction.state = 'committed'
  ctx.cause = tellCommitted(ctx, transaction)
  if (transaction.core >= 0) answerCommitted(ctx, transaction)
  noteForPurge(world, transaction)
  markEnd(ctx, transaction, outcome.committed)
  ctx.history?.ended(transaction.serial, 'committed')
  commitRecords(writer, transaction)
  noteWriter(writer, world.now)
  writer.commits++
  world.totals.committed++
  end(ctx, slot)
}

/** Its accepted groups and the commit record, from its first record on. */
function commitRecords(writer: MmWriter, { serial, firstLsn }: MmTransaction): void {
  const { log } = writer
  for (let row = log.length - 1; row >= 0 && log[row]!.lsn >= firstLsn; row--) {
    const record = log[row]!
    if (record.transaction === serial && record.state === 'accepted') record.state = 'committed'
  }
}

function tellCommitted(ctx: Context, transaction: MmTransaction): number {
  if (!ctx.isListening) return skipFact(ctx)
  const { serial, application, session, commitLsn, beganAt } = transaction
  return tell(ctx, 'TransactionCommitted', {
    transaction: serial,
    application: ctx.world.applications[application]!.id,
    session,
    lsn: commitLsn,
    latencyMicros: ctx.world.now - beganAt,
  })
}

function answerCommitted(ctx: Context, transaction: MmTransaction): void {
  const { world } = ctx
  const { writer: index, application, session, attempt, core, beganAt, commitLsn } = transaction
  const instance = world.instances[index]!
  const { memory } = instance
  const connections = connectionsOf(memory, application, world.applications[application]!)
  connections.answered[session] = attempt
  answer(ctx, transaction, answerOutcome.committed)
  if (commitLsn > 0) {
    recordLatency(instance.latency, world.now - beganAt)
    touchCommit(ctx, 0)
  }
  instance.commits++
  freeTransaction(memory.transactions, core)
  transaction.core = -1
}

function answer(ctx: Context, transaction: MmTransaction, said: number): void {
  recipient.application = transaction.application
  recipient.session = transaction.session
  recipient.attempt = transaction.attempt
  recipient.transaction = transaction.serial
  answerClient(ctx, transaction.writer, recipient, said)
}

/** The end goes to the others as a mark; only then do they know it. */
function markEnd(ctx: Context, transaction: MmTransaction, how: 1 | 2): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { writer, changes, serial, commitLsn } = transaction
  if (changes.length === 0) return
  const mark = { changes: [], transaction: serial, mark: how, lsn: commitLsn }
  const place = pushRedo(ctx, writer, mark)
  for (const change of changes) {
    mm.changes.writer[change] = writer
    mm.changes.outcome[change] = how
    mm.changes.endPlace[change] = place
    mm.changes.endedAt[change] = world.now
  }
  mm.writers[writer]!.ends.push({ place, changes: [...changes] })
  settleEnds(world, writer)
}

/** T13: error 1213 on the refused statement; undoing goes on behind it. */
export function doom(ctx: Context, slot: number, conflict: Conflict): void {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  const writer = mm.writers[transaction.writer]!
  transaction.cause = conflict.cause
  transaction.state = 'rollingBack'
  transaction.undone = 0
  mm.conflicts[conflict.cause]++
  countConflict(world, transaction.application, conflict.cause)
  mm.rolledBack++
  noteWriter(writer, world.now)
  writer.conflicts++
  writer.causes[conflict.cause]++
  ctx.cause = tell(ctx, 'TransactionRolledBack', {
    transaction: transaction.serial,
    application: world.applications[transaction.application]!.id,
    session: transaction.session,
    instance: world.instances[transaction.writer]!.id,
    ...conflict,
  })
  transaction.fact = ctx.cause
  const isErrorLate = world.parameters['multiMaster.choiceErrorAfterUndo'] !== 0
  if (transaction.core >= 0 && !isErrorLate) answerRolledBack(ctx, transaction)
  wake(world, slot)
}

/** A request repeated after this is told the same: the attempt counts as answered, below zero. */
function answerRolledBack(ctx: Context, transaction: MmTransaction): void {
  const { applications, instances } = ctx.world
  const { application, session, attempt, writer, core } = transaction
  const { memory } = instances[writer]!
  const connections = connectionsOf(memory, application, applications[application]!)
  connections.answered[session] = -attempt
  const isLate = transaction.cause === 'lockTimeout'
  answer(ctx, transaction, isLate ? lockTimeoutOutcome : conflictOutcome)
  freeTransaction(memory.transactions, core)
  transaction.core = -1
}

/** T15: all is undone; others may have the rows when they know it. */
export function finishRollback(ctx: Context, slot: number): void {
  const transaction = mmOf(ctx.world).transactions[slot]!
  if (transaction.core >= 0) answerRolledBack(ctx, transaction)
  transaction.state = 'rolledBack'
  markEnd(ctx, transaction, outcome.rolledBack)
  ctx.history?.ended(transaction.serial, 'rolledBack')
  end(ctx, slot)
}

function end(ctx: Context, slot: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  touchInstance(ctx, transaction.writer)
  giveAllBack(world, transaction.writer, slot)
  transaction.endedAt = world.now
  transaction.since = world.now
  releaseTransaction(world, slot)
}
