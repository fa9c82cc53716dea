/** The transactions in progress at an instance: columns with a list of free slots. */
import type { Transactions } from '../instance.ts'

export const transactionPhase = {
  free: 0,
  queued: 1,
  reading: 2,
  heldBack: 3,
  parked: 4,
  waitingForRow: 5,
} as const

/** `lastSerial` goes on over a crash, so that no two transactions of a run have one number. */
export function createTransactions(lastSerial: number): Transactions {
  const transactions = columnsOf(16)
  transactions.lastSerial = lastSerial
  freeFrom(transactions, 0)
  return transactions
}

function columnsOf(rows: number): Transactions {
  return {
    serial: new Float64Array(rows),
    application: new Int32Array(rows),
    session: new Int32Array(rows),
    attempt: new Int32Array(rows),
    beganAt: new Float64Array(rows),
    phase: new Uint8Array(rows),
    pagesWaiting: new Int32Array(rows),
    nextRow: new Int32Array(rows),
    nextWaiting: new Int32Array(rows).fill(-1),
    commitLsn: new Float64Array(rows),
    rowSeed: new Float64Array(rows),
    fact: new Float64Array(rows),
    free: new Int32Array(rows),
    freeCount: 0,
    lastSerial: 0,
  }
}

/** Lowest slot on top of the list. */
function freeFrom(transactions: Transactions, first: number): void {
  for (let slot = transactions.serial.length - 1; slot >= first; slot--) {
    transactions.free[transactions.freeCount++] = slot
  }
}

export function claimTransaction(transactions: Transactions): number {
  if (transactions.freeCount === 0) growTransactions(transactions)
  const slot = transactions.free[--transactions.freeCount]!
  transactions.serial[slot] = ++transactions.lastSerial
  transactions.phase[slot] = transactionPhase.queued
  transactions.pagesWaiting[slot] = 0
  transactions.nextRow[slot] = 0
  transactions.nextWaiting[slot] = -1
  transactions.commitLsn[slot] = 0
  return slot
}

export function freeTransaction(transactions: Transactions, slot: number): void {
  transactions.phase[slot] = transactionPhase.free
  transactions.serial[slot] = 0
  transactions.free[transactions.freeCount++] = slot
}

function growTransactions(transactions: Transactions): void {
  const rows = transactions.serial.length
  const bigger = columnsOf(rows * 2)
  bigger.serial.set(transactions.serial)
  bigger.application.set(transactions.application)
  bigger.session.set(transactions.session)
  bigger.attempt.set(transactions.attempt)
  bigger.beganAt.set(transactions.beganAt)
  bigger.phase.set(transactions.phase)
  bigger.pagesWaiting.set(transactions.pagesWaiting)
  bigger.nextRow.set(transactions.nextRow)
  bigger.nextWaiting.set(transactions.nextWaiting)
  bigger.commitLsn.set(transactions.commitLsn)
  bigger.rowSeed.set(transactions.rowSeed)
  bigger.fact.set(transactions.fact)
  bigger.lastSerial = transactions.lastSerial
  Object.assign(transactions, bigger)
  freeFrom(transactions, rows)
}
