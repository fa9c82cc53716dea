/** How long applications have been without answers, as their own clocks have it. Rule Z7. */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'

/** By application, since the start of the run. */
export function downNow({ applications, now }: World): Micros[] {
  return applications.map(({ downMicros, downSince }) =>
    downSince < 0 ? downMicros : downMicros + now - downSince,
  )
}

/** Of the application that has been without answers for longest since then. */
export function longestSince(world: World, before: readonly Micros[]): Micros {
  const down = downNow(world).map((micros, index) => micros - before[index]!)
  return Math.max(0, ...down)
}
