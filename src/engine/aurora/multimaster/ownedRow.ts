/**
 * A row that another writer's open transaction owns gives 1213 at once; by the other choice the
 * statement waits for its end. That invents waits between writers: nobody sees a cycle of them, so
 * only `instance.lockWaitTimeout` ends one (*assumption*, offered to compare). Rule C6.
 */
import { schedule } from '../../kernel/eventQueue.ts'
import type { World } from '../world.ts'
import { mmEventKind } from './mmEventKind.ts'
import { mmOf } from './mmPlaces.ts'
import { wake } from './wake.ts'

/** True: it waits, and is woken when something ends here. False: it is refused now. */
export function waitsForOwner(world: World, slot: number): boolean {
  if (world.parameters['multiMaster.choiceOwnedRowWaits'] === 0) return false
  const { survival, transactions } = mmOf(world)
  const { serial } = transactions[slot]!
  const longest = world.parameters['instance.lockWaitTimeout']
  const before = survival.blocked.find(its => its.serial === serial)
  if (before) return world.now - before.since < longest
  survival.blocked.push({ slot, serial, since: world.now })
  schedule(world.queue, world.now + longest, mmEventKind.wake, slot, serial)
  return true
}

/** The end of a transaction has become known at this writer: all that wait there look again. */
export function wakeBlocked(world: World, writer: number): void {
  const { survival, transactions } = mmOf(world)
  if (survival.blocked.length === 0) return
  survival.blocked = survival.blocked.filter(its => transactions[its.slot]!.serial === its.serial)
  for (const { slot } of survival.blocked) {
    if (transactions[slot]!.writer === writer) wake(world, slot)
  }
}
