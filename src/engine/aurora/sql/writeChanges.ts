/**
 * What a statement changes becomes redo: one mini-transaction for a row with its index entries and
 * its undo page, at least as many records as a changed row has; the last is the row's and ends it.
 * The commit record lies in the group of the page changed last. Rules J7, L1, L2, L6.
 */
import type { Lsn } from '../../contract/units.ts'
import { type Context, skipFact, tell, touchInstance } from '../context.ts'
import { putInBox } from '../database/boxcar.ts'
import { notePageChange } from '../database/bufferPool.ts'
import { groupOfPage } from '../database/groupOfPage.ts'
import { mayWrite } from '../database/holdBack.ts'
import { recordsPerCommit, recordsPerRow } from '../database/recordCounts.ts'
import { writeInVain } from '../database/writeInVain.ts'
import type { PageChange } from '../relations/execution.ts'
import { appendToGroup } from '../storage/chain.ts'
import { isReplaced } from '../storage/epoch.ts'
import { appendRecord, recordFlag, rowOf } from '../storage/redoLog.ts'
import { isOwned } from '../undo/beginUndo.ts'
import type { World } from '../world.ts'

export interface MiniTransaction {
  transaction: number
  /** The row's page first; written last. */
  changes: readonly PageChange[]
  isUndo: boolean
}

/** J7: its last LSN; 0 = no room below the allocation limit, and nothing is written. */
export function writeChanges(
  ctx: Context,
  index: number,
  slot: number,
  mini: MiniTransaction,
): Lsn {
  const { world } = ctx
  const { transaction, isUndo } = mini
  const changes = mini.changes.slice(0, world.parameters['storage.lsnAllocationLimit'])
  const row = changes[0]
  if (!row) return world.instances[index]!.memory.vdl
  const least = recordsPerRow(world.parameters)
  const records = Math.max(changes.length, least)
  if (!mayWrite(world, world.instances[index]!, slot, records)) return 0
  for (let place = changes.length - 1; place > 0; place--) {
    writeRecords(ctx, index, { transaction, page: changes[place]!.page, count: 1 })
  }
  const count = records - changes.length + 1
  if (writeRecords(ctx, index, { transaction, page: row.page, count })) {
    const { consistencyPoint, undoing } = recordFlag
    endMini(ctx, consistencyPoint | (isUndo ? undoing : 0), placeApart(world, row))
  }
  return world.instances[index]!.memory.nextLsn - 1
}

/** L6: the LSN of the commit record; 0 = no room. */
export function writeCommitRecord(
  ctx: Context,
  index: number,
  slot: number,
  { transaction, page }: { transaction: number; page: number },
): Lsn {
  const { world } = ctx
  const count = recordsPerCommit(world.parameters)
  if (!mayWrite(world, world.instances[index]!, slot, count)) return 0
  const { memory } = world.instances[index]!
  if (writeRecords(ctx, index, { transaction, page, count })) {
    endMini(ctx, recordFlag.consistencyPoint | recordFlag.commit, 0)
    const lsn = memory.nextLsn - 1
    const group = world.groups[groupOfPage(world, page)]!.id
    ctx.cause = ctx.isListening
      ? tell(ctx, 'CommitWritten', { transaction, lsn, group })
      : skipFact(ctx)
    world.log.fact[rowOf(world.log, world.log.next - 1)] = ctx.cause
  }
  return memory.nextLsn - 1
}

interface Records {
  transaction: number
  page: number
  count: number
}

/** False: this writer was replaced, and the log keeps nothing of it. */
function writeRecords(ctx: Context, index: number, { transaction, page, count }: Records): boolean {
  const { world } = ctx
  const { memory } = world.instances[index]!
  notePageChange(memory.pool, page, memory.nextLsn + count - 1)
  touchInstance(ctx, index)
  if (isReplaced(world, memory.epoch)) {
    writeInVain(ctx, index, page, count)
    return false
  }
  const group = groupOfPage(world, page)
  for (let record = 0; record < count; record++) {
    const ordinal = appendRecord(world.log, memory.nextLsn++, page, transaction, 0, world.now)
    world.log.fact[rowOf(world.log, ordinal)] = ctx.cause
    appendToGroup(world, group, ordinal)
    putInBox(ctx, index, group, ordinal)
  }
  return true
}

/** Behind all places that rows of a page have. */
const nowhere = 65_535

/**
 * K10: locks keep off the rows that wait to be put back. Places shift as rows come and go, and one
 * that is another row's by now must not look like such a row.
 */
function placeApart(world: World, { page, place }: PageChange): number {
  const isTaken = world.undo !== null && isOwned(world, page, place)
  return isTaken || place > nowhere ? nowhere : place
}

/** Its last record is a consistency point, and says which row it was about. */
function endMini({ world: { log } }: Context, flags: number, place: number): void {
  const last = rowOf(log, log.next - 1)
  log.flags[last] = flags
  log.place[last] = place
}
