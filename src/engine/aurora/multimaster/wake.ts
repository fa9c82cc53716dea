/** A transaction goes on at this instant or later, by a timer: nobody calls back into another. */
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import type { MmTransaction } from './multiMaster.ts'

export function wake(world: World, slot: number, afterMicros = 0): void {
  const { serial } = mmOf(world).transactions[slot]!
  schedule(world.queue, world.now + afterMicros, mmEventKind.wake, slot, serial)
}

/** Null when that transaction is gone. */
export function liveTransaction(world: World, slot: number, serial: number): MmTransaction | null {
  const transaction = mmOf(world).transactions[slot]
  return transaction && transaction.serial === serial ? transaction : null
}
