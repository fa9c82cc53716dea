/** Places at instant zero: with an instance, or kept for one; nothing goes on. Rule Z1. */
import { setDown } from '../../kernel/network.ts'
import { dropCache } from '../database/bufferPool.ts'
import { createRedoStreamState } from '../failover/createFailover.ts'
import type { World } from '../world.ts'
import type { Modify, Place } from './modify.ts'
import { firstSpans } from './spans.ts'

export function createModify(world: World): Modify {
  const { classes, spares } = world.setup.modify!
  for (let index = 0; index < spares.length; index++) if (spares[index]) empty(world, index)
  return {
    places: classes.map((name, index) => ({
      ...createPlace(name, spares[index]!),
      tier: world.setup.instances[index]!.tier,
    })),
    migration: null,
    spans: firstSpans(world, index => !spares[index]),
  }
}

function createPlace(name: string, isSpare: boolean): Omit<Place, 'tier'> {
  return {
    class: name,
    state: isSpare ? 'spare' : 'present',
    since: 0,
    endsAt: 0,
    isHeld: isSpare,
    turn: 0,
    fact: 0,
  }
}

/** Nothing stands there: no process, no memory, no stream of redo. */
function empty(world: World, index: number): void {
  const { memory, actor } = world.instances[index]!
  setDown(world.network, actor, true)
  dropCache(memory)
  world.failover!.streams[index] = createRedoStreamState()
}
