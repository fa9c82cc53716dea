/**
 * Multi-Master: what a living writer has applied of another's redo only grows, and is never ahead
 * of what that one has sent (rule C28). A new process begins with what others have made durable.
 */
import { mmOf } from '../aurora/multimaster/mmPlaces.ts'
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'appliedNeverFalls'

/** By writer: the life it was seen in, and the places, by origin. */
interface Seen {
  lives: number[]
  applied: Float64Array[]
}

export const appliedNeverFalls: Law<Seen> = {
  id,
  rule: 'C28',
  watches: ['instanceCount'],
  remember(world) {
    const { writers } = mmOf(world)
    return { lives: writers.map(() => 0), applied: writers.map(its => its.applied.slice()) }
  },
  after({ world, touched }, seen) {
    for (let row = 0; row < touched.instanceCount; row++) {
      const broken = check(world, seen, touched.instances[row]!)
      if (broken) return broken
    }
    return null
  },
  sweep(world, seen) {
    for (let writer = 0; writer < seen.lives.length; writer++) {
      const broken = check(world, seen, writer)
      if (broken) return broken
    }
    return null
  },
}

function check(world: World, seen: Seen, writer: number): Broken | null {
  const { applied } = mmOf(world).writers[writer]!
  const before = seen.applied[writer]!
  const isSameLife = seen.lives[writer] === world.instances[writer]!.life
  seen.lives[writer] = world.instances[writer]!.life
  for (let origin = 0; origin < applied.length; origin++) {
    const broken = isSameLife ? checkOrigin(world, before[origin]!, writer, origin) : null
    before[origin] = applied[origin]!
    if (broken) return broken
  }
  return null
}

function checkOrigin(world: World, before: number, writer: number, origin: number): Broken | null {
  const { writers } = mmOf(world)
  const place = writers[writer]!.applied[origin]!
  if (place >= before && place <= writers[origin]!.lastPlace) return null
  const [instance, other] = [writer, origin].map(index => world.instances[index]!.id)
  const parameters = { instance: instance!, origin: other!, place, before }
  return { law: id, key: `law.${id}`, parameters }
}
