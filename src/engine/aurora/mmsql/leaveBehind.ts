/**
 * Sessions without a client, that undo what others have lost: behind a client that has its error
 * already, and at a writer that recovers. Each has a connection, so that it takes turns as any.
 * Rules J22, T21.
 */
import type { Context } from '../context.ts'
import { relockChanges } from '../relations/crash.ts'
import { adoptInterrupted, leftOpenBy, type Where } from '../relations/sessions/leaveBehind.ts'
import { claimSlot, newConnection } from '../sql/claimSlot.ts'
import { ringSlot } from '../sql/ringSlot.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import type { Turn } from '../sql/turn.ts'
import { newProposing } from './newProposing.ts'

const nobody = -1

/** It begins in an event of its own. */
export function leaveBehind({ ctx, index, connection }: Turn, session: number): void {
  const { tookMicros } = connection.proposing!
  begin(ctx, index, { session, page: connection.page, tookMicros })
}

interface Left {
  session: number
  page: number
  tookMicros: number
}

function begin(ctx: Context, index: number, { session, page, tookMicros }: Left): void {
  const { world } = ctx
  const connection = newConnection(nobody, 0, session)
  connection.isClosing = true
  connection.page = page
  connection.proposing = newProposing(world, tookMicros)
  world.sql!.places[index]!.connections.push(connection)
  claimSlot(ctx, index, connection)
  ringSlot({ ctx, index, connection }, sqlEventKind.slotDue, world.now)
}

/** T21: what its process had left open; commits that are kept are not open any more. */
export function undoLeft(ctx: Context, index: number, where: Where): void {
  for (const transaction of leftOpenBy(where.relations, index))
    undoOne(ctx, index, where, transaction)
}

function undoOne(ctx: Context, index: number, where: Where, transaction: number): void {
  begin(ctx, index, { session: adoptInterrupted(where, transaction), page: 0, tookMicros: 0 })
}

/** C6 by choice: a survivor undoes them in its own name, with their rows locked at its desk. */
export function undoForDead(ctx: Context, dead: number, survivor: number, where: Where): void {
  const { relations, desk, now } = where
  for (const transaction of leftOpenBy(relations, dead)) {
    const open = relations.open.get(transaction)!
    open.origin = survivor
    relockChanges(relations, desk, open, now)
    undoOne(ctx, survivor, where, transaction)
  }
}
