/**
 * What transactions of one writer wait for among themselves: a row's lock until the holder ends, a
 * page's latch until the verdict on a group that changes it. Nothing here is seen by another writer
 * (user guide, *Locking reads*). A holder is a transaction's slot; of a typed session it is below
 * zero. Rules T5, T6.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction, MmWriter } from './multiMaster.ts'
import { wake } from './wake.ts'

export function latchOf(page: number): number {
  return -1 - page
}

/** The holder that stands for a typed session; its own inverse. */
export function typedHolder(owner: number): number {
  return -1 - owner
}

/** T5: true if it has the key now; else it waits in order. */
export function take(world: World, slot: number, key: number): boolean {
  const mm = mmOf(world)
  const transaction = mm.transactions[slot]!
  if (isTaken(mm.writers[transaction.writer]!, slot, key)) return true
  transaction.waitsFor = key
  transaction.waitNumber = ++mm.waitCount
  return false
}

/** The same for a page's latch and a typed session. */
export function takeTyped(world: World, writer: number, owner: number, page: number): boolean {
  const mm = mmOf(world)
  const its = mm.writers[writer]!
  const key = latchOf(page)
  if (isTaken(its, typedHolder(owner), key)) return true
  const isWaiting = its.typedWaits.some(wait => wait.owner === owner && wait.key === key)
  if (!isWaiting) its.typedWaits.push({ owner, key, number: ++mm.waitCount })
  return false
}

function isTaken({ holds }: MmWriter, holder: number, key: number): boolean {
  const index = indexOfKey(holds, key)
  if (index >= 0) return holds[index]!.owner === holder
  holds.push({ key, owner: holder })
  return true
}

function indexOfKey(holds: MmWriter['holds'], key: number): number {
  for (let index = 0; index < holds.length; index++) if (holds[index]!.key === key) return index
  return -1
}

/** Who has it; null = nobody. */
export function holderOf({ holds }: MmWriter, key: number): number | null {
  const index = indexOfKey(holds, key)
  return index < 0 ? null : holds[index]!.owner
}

/** T6: the one that has waited longest goes next. */
export function giveBack(world: World, writer: number, holder: number, key: number): void {
  const mm = mmOf(world)
  const its = mm.writers[writer]!
  const index = indexOfKey(its.holds, key)
  if (index < 0 || its.holds[index]!.owner !== holder) return
  const next = longestWaiting(mm.transactions, writer, key)
  const typed = its.typedWaits.findIndex(wait => wait.key === key)
  const isTypedFirst =
    typed >= 0 && its.typedWaits[typed]!.number < waitNumberOf(mm.transactions, next)
  if (isTypedFirst) {
    const [{ owner }] = its.typedWaits.splice(typed, 1) as [MmWriter['typedWaits'][number]]
    its.holds[index]!.owner = typedHolder(owner)
    schedule(world.queue, world.now, mmEventKind.latchFree, writer, owner)
  } else if (next < 0) its.holds.splice(index, 1)
  else {
    its.holds[index]!.owner = next
    mm.transactions[next]!.waitsFor = null
    wake(world, next)
  }
}

function waitNumberOf(transactions: MmTransaction[], slot: number): number {
  return transactions[slot]?.waitNumber ?? Infinity
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

export function giveAllBack(world: World, index: number, holder: number): void {
  const { holds } = mmOf(world).writers[index]!
  for (let at = holds.length - 1; at >= 0; at--) {
    const hold = holds[at]
    if (hold?.owner === holder) giveBack(world, index, holder, hold.key)
  }
}
