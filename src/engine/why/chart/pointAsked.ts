/** All that an explanation of a point may look at. */
import type { World } from '../../aurora/world.ts'
import type { AskedPoint } from '../../contract/chartPoint.ts'
import type { Fact } from '../../contract/facts.ts'
import type { StandBefore } from './standAt.ts'
import type { Tally } from './tally.ts'

export interface PointAsked {
  /** At the end of the stretch. */
  world: World
  point: AskedPoint
  tally: Tally
  /** Notable facts since the start of the run, oldest first. */
  facts: Fact[]
  before: StandBefore
}
