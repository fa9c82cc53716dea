/**
 * A transaction ends: of one that wrote, its rows are noted as acknowledged; of one that read at a
 * reader, whether it missed such a row, by the point that the reader shows now. Rule F17.
 */
import type { Context } from '../context.ts'
import { chosenRow, placeOfRow } from '../database/rowChoice.ts'
import { noteStaleRead } from '../endpoint/noteStaleRead.ts'
import { rowKey } from '../storage/rowKey.ts'
import type { World } from '../world.ts'
import { missedSince, noteAckedRow } from './ackedRows.ts'

export function noteFinished({ world }: Context, index: number, txn: number): void {
  const { memory, role } = world.instances[index]!
  const { application, commitLsn } = memory.transactions
  const { reads, writes } = world.setup.workload[application[txn]!]!
  if (commitLsn[txn]! > 0) {
    for (let row = reads; row < reads + writes; row++) noteAcked(world, index, txn, row)
  } else if (role === 'reader') judge(world, index, txn, reads)
}

function keyOf(world: World, index: number, txn: number, row: number): number {
  const { application, rowSeed } = world.instances[index]!.memory.transactions
  const its = application[txn]!
  const { page, place } = placeOfRow(world, its, chosenRow(world, its, rowSeed[txn]!, row))
  return rowKey(page, place)
}

function noteAcked(world: World, index: number, txn: number, row: number): void {
  const { commitLsn } = world.instances[index]!.memory.transactions
  const key = keyOf(world, index, txn, row)
  noteAckedRow(world.failover!.acked, key, commitLsn[txn]!, world.now)
}

function judge(world: World, index: number, txn: number, reads: number): void {
  const { vdl, transactions } = world.instances[index]!.memory
  const beganAt = transactions.beganAt[txn]!
  let worst = -1
  for (let row = 0; row < reads; row++) {
    const key = keyOf(world, index, txn, row)
    const since = missedSince(world.failover!.acked, key, vdl, beganAt)
    if (since >= 0) worst = Math.max(worst, beganAt - since)
  }
  if (worst >= 0) noteStaleRead(world, transactions.application[txn]!, worst)
}
