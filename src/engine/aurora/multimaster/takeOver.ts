/**
 * By choice a writer that is left undoes what a dead one had open, instead of its own recovery: it
 * proposes on the dead one's behalf once the members have decided what was in flight. The rows stay
 * owned until that is done. Rules T16, T21.
 */
import { type Context, tell } from '../context.ts'
import type { World } from '../world.ts'
import { finishCommit } from './endTransaction.ts'
import { mmOf } from './mmPlaces.ts'
import { type MmTransaction, verdict } from './multiMaster.ts'
import { wake } from './wake.ts'

/** Asked when a writer counts as offline, and when a change of it has been decided. */
export function takeOverUndo(ctx: Context, index: number): void {
  const { world } = ctx
  if (world.parameters['multiMaster.choiceSurvivorsUndo'] === 0 || !isGone(world, index)) return
  const mm = mmOf(world)
  const survivor = mm.writers.findIndex(({ status }) => status === 'online')
  const isOpen = mm.proposals.some(
    its => its.writer === index && its.verdict === verdict.orphaned && !its.isTyped,
  )
  const open = slotsOf(world, index)
  if (survivor < 0 || isOpen) return
  for (const { takeOverTyped } of ctx.mechanisms) takeOverTyped?.(ctx, index, survivor)
  if (open.length === 0) return
  const names = { instance: world.instances[survivor]!.id, origin: world.instances[index]!.id }
  ctx.cause = tell(ctx, 'UndoTakenOver', { ...names, transactions: open.length })
  const { cause } = ctx
  for (const slot of open) {
    ctx.cause = cause
    takeOver(ctx, slot, survivor)
  }
  ctx.cause = cause
}

function isGone({ now, multiMaster, parameters }: World, index: number): boolean {
  const { status, since } = multiMaster!.writers[index]!
  const patience = parameters['failover.heartbeat'] * parameters['failover.misses']
  return status === 'offline' && now - since >= patience
}

function slotsOf(world: World, index: number): number[] {
  const slots: number[] = []
  mmOf(world).transactions.forEach((its, slot) => {
    if (its.serial > 0 && its.writer === index) slots.push(slot)
  })
  return slots
}

function takeOver(ctx: Context, slot: number, survivor: number): void {
  const { world } = ctx
  const transaction = mmOf(world).transactions[slot]!
  const isKept = isCommitKept(world, slot)
  transaction.writer = survivor
  transaction.firstLsn = 0
  transaction.fact = ctx.cause
  if (isKept) finishCommit(ctx, slot)
  else {
    transaction.state = 'rollingBack'
    wake(world, slot)
  }
}

/** T21: its commit record is held by a write set, whoever was told of it. */
export function isCommitKept(world: World, slot: number): boolean {
  const { writer, serial } = mmOf(world).transactions[slot]!
  const { log } = mmOf(world).writers[writer]!
  return log.some(its => its.transaction === serial && its.isCommit && its.state === 'accepted')
}

/** Has this transaction changed rows in the name of that writer? */
export function isOpenOf(world: World, index: number, { serial, writer, changes }: MmTransaction) {
  if (serial === 0) return false
  if (writer === index) return true
  const { writer: by } = mmOf(world).changes
  return changes.some(change => by[change] === index)
}
