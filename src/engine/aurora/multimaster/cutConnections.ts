/** DDL cuts connections that use its table at other writers than its owner (2013). Rule D23. */
import type { Context } from '../context.ts'
import { answerClient, answerOutcome, type Recipient } from '../database/answerClient.ts'
import { freeTransaction } from '../database/transactions.ts'
import type { World } from '../world.ts'
import { mmOf, tableOfRow } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'
import { wake } from './wake.ts'

const recipient: Recipient = { application: 0, session: 0, attempt: 0, transaction: 0 }

/** What they had changed is undone; typed sessions are cut by their own mechanism. */
export function cutConnections(ctx: Context, index: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  for (let slot = 0; slot < mm.transactions.length; slot++) {
    const its = mm.transactions[slot]!
    const isUser = its.serial > 0 && its.writer === index && its.core >= 0
    if (!isUser || its.state === 'committing' || !usesTable(world, its)) continue
    cut(ctx, slot, its)
    mm.ddl.cut++
  }
  for (const { tableFenced } of ctx.mechanisms) mm.ddl.cut += tableFenced?.(ctx, index) ?? 0
}

function usesTable(world: World, { reads, writes }: MmTransaction): boolean {
  const mm = mmOf(world)
  const row = reads[0] ?? writes[0]
  return row !== undefined && tableOfRow(mm, row) === mm.ddl.table
}

/** D23: the client hears nothing more; what it did is undone by itself. */
function cut(ctx: Context, slot: number, transaction: MmTransaction): void {
  const { world } = ctx
  const { application, session, attempt, serial, writer, core } = transaction
  Object.assign(recipient, { application, session, attempt, transaction: serial })
  answerClient(ctx, writer, recipient, answerOutcome.refused)
  freeTransaction(world.instances[writer]!.memory.transactions, core)
  transaction.core = -1
  transaction.isCut = true
  if (transaction.state !== 'queued' && transaction.waitsFor === null) wake(world, slot)
}
