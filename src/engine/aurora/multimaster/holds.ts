/**
 * What transactions of one writer wait for among themselves: a row's lock until the holder ends, a
 * page's latch until the verdict on a change of it. Nothing here is seen by another writer (user
 * guide, *Locking reads*). Rows are taken in ascending order, so no cycle arises (*assumption*).
 * Rules T5, T6.
 */
import type { World } from '../world.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction, MmWriter } from './multiMaster.ts'
import { wake } from './wake.ts'

export function latchOf(page: number): number {
  return -1 - page
}

/** T5: true if it has the key now; else it waits in order. */
export function take(world: World, slot: number, key: number): boolean {
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  const { holds } = mm.writers[transaction.writer]!
  const index = indexOfKey(holds, key)
  if (index >= 0) {
    if (holds[index]!.owner === slot) return true
    transaction.waitsFor = key
    transaction.waitNumber = ++mm.waitCount
    return false
  }
  holds.push({ key, owner: slot })
  return true
}

function indexOfKey(holds: MmWriter['holds'], key: number): number {
  for (let index = 0; index < holds.length; index++) if (holds[index]!.key === key) return index
  return -1
}

/** T6: the one that has waited longest goes next. */
export function giveBack(world: World, slot: number, key: number): void {
  const mm = mmOf(world)
  const { writer } = mm.transactions[slot]!
  const { holds } = mm.writers[writer]!
  const index = indexOfKey(holds, key)
  if (index < 0 || holds[index]!.owner !== slot) return
  const next = longestWaiting(mm.transactions, writer, key)
  if (next < 0) {
    holds.splice(index, 1)
    return
  }
  holds[index]!.owner = next
  mm.transactions[next]!.waitsFor = null
  wake(world, next)
}

function longestWaiting(transactions: MmTransaction[], writer: number, key: number): number {
  let found = -1
  for (let slot = 0; slot < transactions.length; slot++) {
    const its = transactions[slot]!
    if (its.serial === 0 || its.writer !== writer || its.waitsFor !== key) continue
    if (found < 0 || its.waitNumber < transactions[found]!.waitNumber) found = slot
  }
  return found
}

export function giveAllBack(world: World, slot: number, writer: MmWriter): void {
  for (let index = writer.holds.length - 1; index >= 0; index--) {
    const hold = writer.holds[index]
    if (hold?.owner === slot) giveBack(world, slot, hold.key)
  }
}
