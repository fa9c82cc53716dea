/** The table of transactions that run at any writer, with a list of free slots. */
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'

const keptEnded = 12

function createTransaction(): MmTransaction {
  return {
    serial: 0,
    writer: 0,
    application: 0,
    session: 0,
    attempt: 0,
    core: -1,
    state: 'queued',
    mode: 'INSTANCE_RAW',
    reads: [],
    writes: [],
    next: 0,
    changes: [],
    tookMicros: [],
    undone: 0,
    undoTries: 0,
    proposal: 0,
    waitsFor: null,
    waitNumber: 0,
    open: 0,
    page: -1,
    asked: 0,
    probe: 0,
    targets: [],
    firstLsn: 0,
    commitLsn: 0,
    commitGroup: 0,
    beganAt: 0,
    since: 0,
    endedAt: 0,
    fact: 0,
    cause: '',
    isCut: false,
    seen: [],
  }
}

export function claimMmTransaction(world: World): number {
  const mm = mmOf(world)
  let slot = mm.freeTransactions.pop()
  if (slot === undefined) {
    slot = mm.transactions.length
    mm.transactions.push(createTransaction())
  }
  mm.transactions[slot]!.serial = ++mm.lastTransaction
  return slot
}

/** The record goes to those that ended last; a new one takes its place. */
export function releaseTransaction(world: World, slot: number): void {
  const mm = mmOf(world)
  mm.ended.push(mm.transactions[slot]!)
  if (mm.ended.length > keptEnded) mm.ended.shift()
  mm.transactions[slot] = createTransaction()
  mm.freeTransactions.push(slot)
}
