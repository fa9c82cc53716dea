/**
 * A machine that no message passes to and from in another zone, whoever stands there: nobody who is
 * not in its own zone hears it. Rules F3, M2.
 */
import { zoneOfActor } from '../createWorld.ts'
import type { World } from '../world.ts'
import { isJoined } from './reachability.ts'

/** `actor`: of an instance or a storage node. */
export function isCutOff(world: World, actor: number): boolean {
  const machines = world.instances.length + world.nodes.length
  for (let other = 0; other < machines; other++) {
    const isElsewhere = zoneOfActor(world, other) !== zoneOfActor(world, actor)
    if (isElsewhere && isJoined(world, actor, other)) return false
  }
  return true
}
