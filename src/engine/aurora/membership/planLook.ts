/** When the caretaker looks next: the earliest instant that anybody asked for. */
import { schedule } from '../../kernel/eventQueue.ts'
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { membershipEventKind } from './membershipEventKind.ts'

export function planLook(world: World, at: Micros): void {
  const membership = world.membership!
  const { looksAt } = membership
  if (looksAt >= world.now && looksAt !== 0 && looksAt <= at) return
  membership.looksAt = at
  schedule(world.queue, at, membershipEventKind.look, 0)
}
