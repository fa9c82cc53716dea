/**
 * A transaction goes on at its writer: it reads its rows, then changes them one by one, each
 * statement waiting for the verdict on its page change, then commits; or it undoes what it did, in
 * reverse. Whoever has to wait is woken by a timer. Rules T5–T9, T13–T16, C6.
 */
import { type Context, skipFact, tell } from '../context.ts'
import { noteStaleRead } from '../endpoint/noteStaleRead.ts'
import type { World } from '../world.ts'
import { doom, finishCommit, finishRollback } from './endTransaction.ts'
import { giveBack, latchOf, take } from './holds.ts'
import { type PageAsked, pagesOfChange } from './indexPages.ts'
import { ascending } from './latches.ts'
import { touchCached } from './mmFrames.ts'
import { watchLockWait } from './lockWaits.ts'
import {
  isPrivate,
  mmGroupOf,
  mmOf,
  pageOfNumberedRow,
  privatePage,
  tableOfPage,
  tableOfRow,
} from './mmPlaces.ts'
import { noteRead } from './noteHistory.ts'
import { type MmTransaction, pageKind, reason } from './multiMaster.ts'
import { waitsForOwner } from './ownedRow.ts'
import { isPipelined } from './pipeline.ts'
import { proposeGroup } from './propose.ts'
import { askForPage } from './readPages.ts'
import { mayWrite } from './refuseStatement.ts'
import { beginSync } from './regional.ts'
import { ownerAt, seenAt } from './rowChanges.ts'
import { liveTransaction, wake } from './wake.ts'

const keptReads = 6

export function woken(ctx: Context, slot: number, serial: number): void {
  const transaction = liveTransaction(ctx.world, slot, serial)
  if (transaction === null || transaction.waitsFor !== null || transaction.proposal > 0) return
  if (mmOf(ctx.world).writers[transaction.writer]!.status === 'offline') return
  ctx.cause = transaction.fact
  if (transaction.isCut) transaction.state = 'rollingBack'
  if (transaction.state === 'rollingBack' && transaction.open > 0) return
  if (transaction.state === 'rollingBack') undo(ctx, slot, transaction)
  else goOn(ctx, slot, transaction)
}

/** The CPU is done with it: it begins. `REGIONAL_RAW` is paid once, at the start (D17). */
export function startRows(ctx: Context, slot: number): void {
  const transaction = mmOf(ctx.world).transactions[slot]!
  transaction.state = 'active'
  if (transaction.isCut) {
    wake(ctx.world, slot)
    return
  }
  if (transaction.mode === 'REGIONAL_RAW' && beginSync(ctx, slot)) return
  goOn(ctx, slot, transaction)
}

function goOn(ctx: Context, slot: number, transaction: MmTransaction): void {
  const { reads, writes } = transaction
  if (transaction.state !== 'active' && transaction.state !== 'syncing') return
  transaction.state = 'active'
  while (transaction.next < reads.length) {
    const row = reads[transaction.next]!
    if (!isCached(ctx, slot, pageOfNumberedRow(ctx.world, row))) return
    readRow(ctx, transaction, row)
    transaction.next++
  }
  const index = transaction.next - reads.length
  if (index < writes.length) writeRow(ctx, slot, writes[index]!)
  else if (writes.length === 0) finishCommit(ctx, slot)
  else if (transaction.open === 0) commit(ctx, slot, transaction)
}

function isCached(ctx: Context, slot: number, page: number): boolean {
  const { writer: index } = mmOf(ctx.world).transactions[slot]!
  const writer = mmOf(ctx.world).writers[index]!
  if (isPrivate(page) || touchCached(writer, page)) return true
  askForPage(ctx, slot, page)
  return false
}

/** D24: what this writer knows, and how long another has had a newer value. */
function readRow(ctx: Context, transaction: MmTransaction, row: number): void {
  const { world } = ctx
  const { writer, serial, seen } = transaction
  const found = seenAt(world, writer, row, serial)
  noteStale(world, transaction, found.staleMicros)
  if (seen.length >= keptReads) seen.shift()
  seen.push({ row, ...found })
  noteRead(ctx, serial, row, found.writtenBy)
  if (!ctx.isListening) {
    skipFact(ctx)
    return
  }
  const mm = mmOf(world)
  const table = tableOfRow(mm, row)
  tell(ctx, 'RowRead', {
    instance: world.instances[writer]!.id,
    transaction: serial,
    table: world.setup.tables[table]!.name,
    row: row - mm.firstRow[table]!,
    ...found,
  })
}

/** F17: once a transaction, and by how old what it missed was when it began. */
function noteStale(world: World, transaction: MmTransaction, staleMicros: number): void {
  const { application, beganAt, seen } = transaction
  const ageMicros = staleMicros - (world.now - beganAt)
  const isFirst = seen.every(its => its.staleMicros === 0)
  if (ageMicros > 0 && isFirst) noteStaleRead(world, application, ageMicros)
}

/** T5: the row's lock first, inside this writer; then the pages' latches; then storage decides. */
function writeRow(ctx: Context, slot: number, row: number): void {
  const { world } = ctx
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  const { writer } = transaction
  const page = pageOfNumberedRow(world, row)
  if (!mayWrite(ctx, slot, tableOfPage(world, page))) return
  if (!take(world, slot, row)) {
    watchLockWait(ctx, slot)
    return
  }
  const pages = pagesOfChange(world, transaction, row)
  if (!areLatched(ctx, slot, pages)) return
  const owner = ownerAt(world, writer, row)
  const base = mm.writers[writer]!.cache[page]!
  if (owner >= 0) {
    for (const its of pages) giveBack(world, writer, slot, latchOf(its.page))
    if (waitsForOwner(world, slot)) return
    const winner = world.instances[mm.changes.writer[owner]!]!.id
    ctx.cause = mm.changes.fact[owner]!
    doom(ctx, slot, { cause: 'rowOwned', page, base, version: base, winner })
    return
  }
  if (isPipelined(world)) {
    proposeAndGoOn(ctx, slot, { pages, row, reason: reason.user })
    return
  }
  transaction.state = 'proposing'
  propose(ctx, slot, { pages, row, reason: reason.user })
}

/** T31: the statement returns at once; the verdict comes later. */
function proposeAndGoOn(ctx: Context, slot: number, group: Group): void {
  const { world } = ctx
  const transaction = mmOf(world).transactions[slot]!
  propose(ctx, slot, group)
  transaction.proposal = 0
  transaction.open++
  transaction.next++
  for (const { page } of group.pages) giveBack(world, transaction.writer, slot, latchOf(page))
  wake(world, slot)
}

/**
 * Cached before the latch, so that nobody waits for a reader of storage; and still, with it. In a
 * cache that is too small only latches keep all of them.
 */
function areLatched(ctx: Context, slot: number, asked: readonly PageAsked[]): boolean {
  const pages = ascending(asked.map(({ page }) => page))
  const areCached = () => pages.every(page => isCached(ctx, slot, page))
  const { writer } = mmOf(ctx.world).transactions[slot]!
  const isBounded = mmOf(ctx.world).writers[writer]!.frames !== null
  if (!isBounded && !areCached()) return false
  return pages.every(page => take(ctx.world, slot, latchOf(page))) && areCached()
}

interface Group {
  pages: readonly PageAsked[]
  row: number
  reason: number
}

function propose(ctx: Context, slot: number, { pages, row, reason: why }: Group): void {
  const transaction = mmOf(ctx.world).transactions[slot]!
  const { writer, serial } = transaction
  const asked = {
    writer,
    owner: slot,
    isTyped: false,
    transaction: serial,
    row,
    reason: why,
    pages,
  }
  if (transaction.firstLsn === 0) transaction.firstLsn = mmOf(ctx.world).writers[writer]!.nextLsn
  transaction.proposal = proposeGroup(ctx, asked)
  transaction.fact = ctx.cause
}

/** T9: the commit record lies on a page that only this writer writes. */
function commit(ctx: Context, slot: number, transaction: MmTransaction): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { writer, writes } = transaction
  const last = pageOfNumberedRow(world, writes[writes.length - 1]!)
  const group = mmGroupOf(world, last)
  transaction.state = 'committing'
  transaction.commitGroup = group
  transaction.commitLsn = mm.writers[writer]!.nextLsn
  const page = privatePage(world, writer, group)
  const pages = [{ page, kind: pageKind.undo }]
  propose(ctx, slot, { pages, row: -1, reason: reason.commit })
  if (!ctx.isListening) skipFact(ctx)
  else {
    const { serial, commitLsn: lsn } = transaction
    tell(ctx, 'CommitWritten', { transaction: serial, lsn, group: world.groups[group]!.id })
  }
}

/** T14: the last change first, on the page as it is now; each takes its time and is voted on. */
function undo(ctx: Context, slot: number, transaction: MmTransaction): void {
  const { world } = ctx
  const mm = mmOf(world)
  const { changes, undone } = transaction
  if (undone === changes.length) {
    finishRollback(ctx, slot)
    return
  }
  if (isPausing(world, slot, transaction)) return
  const row = mm.changes.row[changes[changes.length - 1 - undone]!]!
  const pages = pagesOfChange(world, transaction, row)
  if (areLatched(ctx, slot, pages)) propose(ctx, slot, { pages, row: -1, reason: reason.rollback })
}

/** T14: undoing takes `rollbackFactor` times as long as doing did; the rest is worked off first. */
function isPausing(world: World, slot: number, transaction: MmTransaction): boolean {
  const { tookMicros, changes, undone, undoTries } = transaction
  if (undoTries !== 0) return false
  transaction.undoTries = 1
  const took = tookMicros[changes.length - 1 - undone] ?? 0
  wake(world, slot, (world.parameters['multiMaster.rollbackFactor'] - 1) * took)
  return true
}
