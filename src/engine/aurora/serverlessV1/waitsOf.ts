/**
 * How long no step up, and no step down, may be taken yet: since 2019 none up, 900 s down after a
 * step up and 310 s after one down; by the rules of 2018 180 s up and 900 s down after any. E4.
 */
import type { Micros } from '../../contract/units.ts'
import type { World } from '../world.ts'
import { partsOf } from './partsOf.ts'

interface Waits {
  up: Micros
  upOf: Micros
  down: Micros
  downOf: Micros
}

const launch = { up: 180_000_000, down: 900_000_000 }

export function waitsOf(world: World): Waits {
  const { v1, values } = partsOf(world)
  const { lastUpAt, lastDownAt } = v1
  const isLaunch = values['serverlessV1.launchRules'] === 1
  const upOf = isLaunch ? launch.up : values['serverlessV1.upCooldown']
  const afterUp = isLaunch ? launch.down : values['serverlessV1.downAfterUp']
  const afterDown = isLaunch ? launch.down : values['serverlessV1.downAfterDown']
  const up = leftOf(world, Math.max(lastUpAt, lastDownAt), upOf)
  const isByUp = leftOf(world, lastUpAt, afterUp) >= leftOf(world, lastDownAt, afterDown)
  const downOf = isByUp ? afterUp : afterDown
  return { up, upOf, down: leftOf(world, isByUp ? lastUpAt : lastDownAt, downOf), downOf }
}

/** Counted from the completion of the change (*assumption*). */
function leftOf({ now }: World, since: Micros, length: Micros): Micros {
  return since < 0 ? 0 : Math.max(0, since + length - now)
}
