/**
 * An instance dies with its sessions and locks; what they had changed and not committed is undone
 * once a writer has opened the volume, and what lies above the recovered VDL never happened. Rules
 * J10, R1, R6, R12.
 */
import type { Context } from '../context.ts'
import {
  annulAbove,
  crashDesk,
  interruptedIn,
  relockInterrupted,
  undoInterrupted,
} from '../relations/crash.ts'
import { dropDefinition } from './dropDefinition.ts'
import { resultOutcome, sayResult } from './answerStatement.ts'
import { deskOf } from './awaken.ts'
import { serveWoken } from './runStatement.ts'
import { sqlOf } from './sqlPlaces.ts'

/** R10: who was connected is told by a reset. */
export function instanceCrashed(ctx: Context, index: number): void {
  const { sql } = ctx.world
  if (sql === null) return
  resetConnections(ctx, index)
  for (const { proposing } of sql.places[index]!.connections) {
    if (proposing) dropDefinition(ctx.world, proposing.owner)
  }
  crashDesk(sql.relations, sql.places[index]!.desk)
  settle(ctx)
  sql.places[index] = { desk: deskOf(ctx.world), connections: [] }
}

/** A zone without power says nothing. */
function resetConnections(ctx: Context, index: number): void {
  const { instances, zones } = ctx.world
  if (zones[instances[index]!.zone]!.isOut) return
  for (const { client, number, running, isClosing } of sqlOf(ctx.world).places[index]!
    .connections) {
    const outcome = resultOutcome.refused
    if (!isClosing) sayResult(ctx, index, { client, number, statement: running, outcome })
  }
}

/** J10: also of a writer that was replaced and does not know it yet. */
export function volumeOpened(ctx: Context, index: number): void {
  const { world } = ctx
  const { sql, undo } = world
  if (sql === null) return
  for (let other = 0; other < sql.places.length; other++) {
    const isReader = world.instances[other]!.role === 'reader' && other !== index
    if (!isReader) instanceCrashed(ctx, other)
  }
  annulAbove(sql.relations, world.instances[index]!.memory.vdl)
  settle(ctx)
  const { desk } = sql.places[index]!
  relockInterrupted(sql.relations, desk, world.now)
  const beingUndone = undo?.interrupted.map(({ serial }) => serial) ?? []
  for (const transaction of interruptedIn(sql.relations)) {
    if (!beingUndone.includes(transaction)) transactionUndone(ctx, transaction)
  }
}

/** What a crash has left of transactions: they stand, are being undone, or are gone. */
function settle({ world, history }: Context): void {
  const { open, committed } = sqlOf(world).relations
  history?.settled(transaction => {
    if (open.has(transaction)) return null
    return committed.has(transaction) ? 'committed' : 'rolledBack'
  })
}

/** R12: its rows are as they were; who waited for one goes on. */
export function transactionUndone(ctx: Context, transaction: number): void {
  const { world } = ctx
  const { sql } = world
  if (sql === null || !interruptedIn(sql.relations).includes(transaction)) return
  const index = world.instances.findIndex(
    ({ role, status }) => role === 'writer' && status === 'open',
  )
  if (index < 0) return
  const { cause } = ctx
  undoInterrupted(sql.relations, sql.places[index]!.desk, transaction, world.now)
  ctx.history?.ended(transaction, 'rolledBack')
  serveWoken(ctx, index)
  ctx.cause = cause
}
