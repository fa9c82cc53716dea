/**
 * What Multi-Master tells typed sessions: the verdict on their group, a latch that is theirs, VDL
 * that has passed their commit, a page, the end of a wait. Each goes on in the event in which it is
 * told. Rules J20–J23.
 */
import { uniformBelow } from '../../kernel/distributions.ts'
import type { EventRecord } from '../../kernel/eventQueue.ts'
import type { ConflictCause } from '../../contract/refusals.ts'
import type { Context } from '../context.ts'
import { reason, verdict } from '../multimaster/multiMaster.ts'
import type { GroupDecided } from '../mechanism.ts'
import { cancelStatement, endCommit, failStatement } from '../relations/advance.ts'
import { commitOpen } from '../relations/sessions/endTransaction.ts'
import { leftOpenBy } from '../relations/sessions/leaveBehind.ts'
import { conflictError, sqlError } from '../relations/errors/sqlError.ts'
import { placeOf } from '../sql/placeOf.ts'
import { cutOff } from '../sql/receiveStatement.ts'
import { ringSlot } from '../sql/ringSlot.ts'
import { goOn, serveWoken, takeOutcome } from '../sql/runStatement.ts'
import { sqlEventKind } from '../sql/sqlEventKind.ts'
import type { Turn } from '../sql/turn.ts'
import type { World } from '../world.ts'
import { countCommit, isCommitKept, markEnd } from './commitTyped.ts'
import { definitionOf, usersOf } from './defineTyped.ts'
import { undoForDead, undoLeft } from './leaveBehind.ts'
import { isStillSilent, readTyped, takePage } from './readTyped.ts'
import { endSync } from './syncTyped.ts'
import { tellLost } from './tellLost.ts'

const longestPauseMicros = 20_000

/** Null: its process is gone, or it has never typed. */
function turnOf(ctx: Context, index: number, owner: number): Turn | null {
  const connections = ctx.world.sql?.places[index]?.connections ?? []
  const connection = connections.find(its => its.proposing?.owner === owner)
  return connection === undefined || connection.slot < 0 ? null : { ctx, index, connection }
}

function turnAnywhere(ctx: Context, owner: number): Turn | null {
  const index = (ctx.world.sql?.places ?? []).findIndex(({ connections }) => {
    return connections.some(its => its.proposing?.owner === owner)
  })
  return turnOf(ctx, index, owner)
}

export function groupDecided(ctx: Context, decided: GroupDecided): void {
  const turn = turnOf(ctx, decided.writer, decided.owner)
  if (decided.isAccepted && decided.reason !== reason.commit)
    noteWriting(ctx.world, decided.transaction)
  if (turn === null || turn.connection.proposing!.proposal !== decided.proposal) return
  const its = turn.connection.proposing!
  its.proposal = 0
  if (!decided.isAccepted) return refused(turn, decided)
  its.tookMicros = ctx.world.now - its.sentAt
  if (decided.reason === reason.commit) {
    its.committing = decided.lsn
    return
  }
  its.accepted = decided.lsn
  goOn(ctx, turn.index, turn.connection.slot)
}

/** T15: its end will be told to the others. */
function noteWriting({ sql }: World, transaction: number): void {
  const { writing } = sql!.several!
  if (!writing.includes(transaction)) writing.push(transaction)
}

/** T13, T14: what undoes or defines pauses and tries again; the rest is rolled back. */
function refused(turn: Turn, decided: GroupDecided): void {
  const { ctx, index, connection } = turn
  const { world } = ctx
  if (decided.reason === reason.rollback || decided.reason === reason.ddl) {
    const pause = 1 + uniformBelow(world.streams.clients, longestPauseMicros)
    ringSlot(turn, sqlEventKind.slotDue, world.now + pause)
    return
  }
  const { page, base, version, winner } = decided
  const cause = decided.cause as ConflictCause
  tellLost(ctx, index, connection, { cause, page, base, version, winner })
  const error = conflictError(world.setup.dialect, cause)
  takeOutcome(turn, failStatement(placeOf(turn), connection.session, error))
  serveWoken(ctx, index)
}

/** T12: commits that VDL has passed, in their order. */
export function vdlAdvanced(ctx: Context, index: number): void {
  const { sql, multiMaster } = ctx.world
  if (!sql?.several || multiMaster === null) return
  const { vdl } = multiMaster.writers[index]!
  const isDone = (committing = 0) => committing > 0 && committing <= vdl
  const { cause } = ctx
  for (const connection of [...sql.places[index]!.connections]) {
    if (!isDone(connection.proposing?.committing)) continue
    ctx.cause = ctx.world.instances[index]!.memory.transactions.fact[connection.slot]!
    durable({ ctx, index, connection })
  }
  ctx.cause = cause
}

function durable(turn: Turn): void {
  const { ctx, index, connection } = turn
  const its = connection.proposing!
  const lsn = its.committing
  its.committing = 0
  const { desk } = ctx.world.sql!.places[index]!
  const transaction = desk.sessions.get(connection.session)!.transaction!.number
  const mark = markEnd(ctx, index, { transaction, lsn, isCommitted: true })
  countCommit(turn)
  const end = mark === null ? { lsn } : { lsn, mark }
  takeOutcome(turn, endCommit(placeOf(turn), connection.session, end))
  serveWoken(ctx, index)
}

export function latchFree(ctx: Context, index: number, owner: number): void {
  const turn = turnOf(ctx, index, owner)
  const isWaiting = turn?.connection.proposing?.isLatching === true
  if (isWaiting) goOn(ctx, index, turn.connection.slot)
}

export function pageHere(ctx: Context, index: number, message: number): void {
  const { b, f } = ctx.world.network.messages
  const turn = turnOf(ctx, index, f[message]!)
  if (turn === null || turn.connection.proposing!.page !== b[message]) return
  if (takePage(turn, message)) goOn(ctx, index, turn.connection.slot)
}

export function readAgain(ctx: Context, { subject, detail }: EventRecord): void {
  const turn = turnOf(ctx, subject, detail)
  if (turn !== null && isStillSilent(turn)) readTyped(turn, turn.connection.proposing!.page)
}

export function regionalSynced(ctx: Context, owner: number, isDone: boolean): void {
  const { world } = ctx
  const turn = turnAnywhere(ctx, owner)
  if (turn === null || turn.connection.proposing!.syncSince < 0) return
  const { index } = turn
  endSync(turn)
  if (isDone) return goOn(ctx, index, turn.connection.slot)
  const error = sqlError(world.setup.dialect, 'interrupted')
  takeOutcome(turn, cancelStatement(placeOf(turn), turn.connection.session, error))
  serveWoken(ctx, index)
}

/** D22: all have it, or it was lost with the owner of DDL, which no source speaks of. */
export function ddlEnded(ctx: Context, owner: number, isDone: boolean): void {
  const { world } = ctx
  const definition = world.sql?.several && definitionOf(world, owner)
  const turn = turnAnywhere(ctx, owner)
  if (!definition || turn === null) return
  definition.isEverywhere = isDone
  if (isDone) return goOn(ctx, turn.index, turn.connection.slot)
  const error = sqlError(world.setup.dialect, 'interrupted')
  takeOutcome(turn, cancelStatement(placeOf(turn), turn.connection.session, error))
  serveWoken(ctx, turn.index)
}

/** D23: who uses the table at this writer is cut, and what was open there is undone. */
export function tableFenced(ctx: Context, index: number): number {
  if (!ctx.world.sql?.several) return 0
  const users = usersOf(ctx, index)
  const { cause } = ctx
  for (const connection of users) {
    ctx.cause = cause
    cutOff(ctx, index, connection)
  }
  ctx.cause = cause
  return users.length
}

/** T21: what was committed and not answered stays, the rest is undone by proposals. */
export function undoTyped(ctx: Context, index: number): void {
  const { world } = ctx
  const { sql } = world
  if (!sql?.several) return
  keepCommits(ctx, index, index)
  const { relations, places } = sql
  undoLeft(ctx, index, { relations, desk: places[index]!.desk, now: world.now })
}

/** C6 by choice, once the members have decided what was in flight. */
export function takeOverTyped(ctx: Context, dead: number, survivor: number): void {
  const { world } = ctx
  const { sql } = world
  if (!sql?.several || hasOrphans(world, dead)) return
  keepCommits(ctx, dead, survivor)
  const { desk } = sql.places[survivor]!
  undoForDead(ctx, dead, survivor, { relations: sql.relations, desk, now: world.now })
}

function hasOrphans({ multiMaster }: World, dead: number): boolean {
  return multiMaster!.proposals.some(({ writer, isTyped, verdict: its }) => {
    return writer === dead && isTyped && its === verdict.orphaned
  })
}

/** Commit records that were accepted stand; the mark goes out in the name of who has read them. */
function keepCommits(ctx: Context, index: number, by: number): void {
  const { relations } = ctx.world.sql!
  for (const transaction of leftOpenBy(relations, index)) {
    const open = relations.open.get(transaction)!
    if (!isCommitKept(ctx, index, transaction)) continue
    const lsn = open.commitLsn
    const mark = markEnd(ctx, by, { transaction, lsn, isCommitted: true })
    ctx.world.totals.committed++
    commitOpen(relations, open, mark === null ? { lsn } : { lsn, mark })
    ctx.history?.ended(transaction, 'committed')
  }
}

export function isTypedLeft({ sql }: World, index: number): boolean {
  return sql?.several !== undefined && leftOpenBy(sql.relations, index).length > 0
}
