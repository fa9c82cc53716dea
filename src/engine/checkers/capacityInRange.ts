/**
 * Capacity lies within its range, or moves steadily towards a range that was changed not long ago;
 * what is reported lies on the grid of half an ACU, at most a step below. Asleep it is nothing.
 */
import type { World } from '../aurora/world.ts'
import type { Capacity, Serverless } from '../aurora/serverless/serverless.ts'
import type { Broken, Law } from './law.ts'

const id = 'capacityInRange'
const gridMicroAcu = 500_000

/** By capacity: what it had, to see that it moves the right way. */
type Had = number[]

export const capacityInRange: Law<Had> = {
  id,
  rule: 'S10',
  watches: 'always',
  remember: ({ serverless }) => (serverless?.capacities ?? []).map(({ exact }) => exact),
  after: ({ world }, had) => check(world, had),
  sweep: check,
}

function check(world: World, had: Had): Broken | null {
  const { serverless } = world
  if (!serverless || serverless.v1) return null
  for (let index = 0; index < serverless.capacities.length; index++) {
    const capacity = serverless.capacities[index]!
    const before = had[index]!
    had[index] = capacity.exact
    if (!isSound(world, serverless, capacity, before)) return broken(world, capacity)
  }
  return null
}

function isSound(world: World, range: Serverless, capacity: Capacity, before: number): boolean {
  const { state, exact, reported } = capacity
  if (state === 'paused' || state === 'resuming') return exact === 0 && reported === 0
  const isOnGrid = reported % gridMicroAcu === 0
  if (!isOnGrid || reported > exact || exact - reported >= gridMicroAcu) return false
  const least = range.min > 0 ? range.min : gridMicroAcu
  if (exact >= least && exact <= range.max) return true
  const isRecent =
    range.rangeChangedAt >= 0 &&
    world.now - range.rangeChangedAt <= world.parameters['serverlessV2.rangeSettle']
  return isRecent && (exact < least ? exact >= before : exact <= before)
}

function broken(world: World, { instance, exact, reported }: Capacity): Broken {
  const parameters = { instance: world.instances[instance]!.id, exact, reported }
  return { law: id, key: `law.${id}`, parameters }
}
