/** What a point is measured from: what had been used before, and how long nobody was served. */
import { usageOf } from '../../aurora/billing/usageOf.ts'
import type { Metered } from '../../aurora/billing/stops.ts'
import type { World } from '../../aurora/world.ts'
import type { Usage } from '../../contract/bill.ts'
import type { Micros } from '../../contract/units.ts'

export interface StandBefore {
  used: Usage
  /** By application, since the run began. */
  down: Micros[]
}

export function standAt(world: World, facts: readonly Metered[]): StandBefore {
  const earlier = facts.filter(({ at }) => at <= world.now)
  return { used: usageOf(world, earlier), down: downOf(world) }
}

export function downOf({ applications, now }: World): Micros[] {
  return applications.map(({ downMicros, downSince }) =>
    downSince < 0 ? downMicros : downMicros + now - downSince,
  )
}
