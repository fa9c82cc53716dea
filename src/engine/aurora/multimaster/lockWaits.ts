/**
 * Transactions of one writer that wait for each other's rows. A cycle is looked for at the moment
 * of the wait; its victim is the transaction that changed the fewest rows, on a tie the one that
 * asks, and gets 1213. Whoever waits for too long gets 1205. Neither is ever seen by another
 * writer. Rules T25, T26.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Context } from '../context.ts'
import { doom } from './endTransaction.ts'
import { holderOf } from './holds.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf, pageOfNumberedRow } from './mmPlaces.ts'
import type { MmTransaction, MultiMaster } from './multiMaster.ts'

type Cause = 'deadlock' | 'lockTimeout'

/** It has begun to wait for a row. */
export function watchLockWait(ctx: Context, slot: number): void {
  const { world } = ctx
  const { waitNumber } = mmOf(world).transactions[slot]!
  const at = world.now + world.parameters['instance.lockWaitTimeout']
  schedule(world.queue, at, mmEventKind.lockWaitDue, slot, waitNumber)
  const cycle = cycleFrom(mmOf(world), slot)
  if (cycle.length > 0) rollBack(ctx, victimOf(mmOf(world), cycle), 'deadlock')
}

/** Slots from the one that asks to the one that waits for it; empty when there is no cycle. */
function cycleFrom(mm: MultiMaster, slot: number): number[] {
  const found = [slot]
  for (;;) {
    const next = blockerOf(mm, mm.transactions[found[found.length - 1]!]!)
    if (next === slot) return found
    if (next < 0 || found.includes(next)) return []
    found.push(next)
  }
}

/** Slot of the transaction that has what it waits for; below zero: none, or a typed one. */
function blockerOf({ writers }: MultiMaster, { writer, waitsFor }: MmTransaction): number {
  return waitsFor === null ? -1 : (holderOf(writers[writer]!, waitsFor) ?? -1)
}

function victimOf({ transactions }: MultiMaster, cycle: readonly number[]): number {
  let victim = cycle[0]!
  for (const slot of cycle) {
    if (transactions[slot]!.changes.length < transactions[victim]!.changes.length) victim = slot
  }
  return victim
}

/** T26: the statement is undone; the application rolls back the rest (*assumption*). */
export function lockWaitDue(ctx: Context, slot: number, waitNumber: number): void {
  const transaction = mmOf(ctx.world).transactions[slot]
  const isWaiting = transaction?.serial !== 0 && transaction?.waitsFor !== null
  if (!isWaiting || transaction?.waitNumber !== waitNumber) return
  ctx.cause = transaction.fact
  rollBack(ctx, slot, 'lockTimeout')
}

function rollBack(ctx: Context, slot: number, cause: Cause): void {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  const page = pageOfNumberedRow(world, transaction.waitsFor!)
  const base = mm.writers[transaction.writer]!.cache[page]!
  const winner = world.instances[transaction.writer]!.id
  transaction.waitsFor = null
  doom(ctx, slot, { cause, page, base, version: base, winner })
}
