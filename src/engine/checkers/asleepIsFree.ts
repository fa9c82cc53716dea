/**
 * Nothing is billed while every serverless instance is paused or resuming, and nothing works while
 * it is paused.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'asleepIsFree'

interface Seen {
  microAcuSeconds: number
  areAllAsleep: boolean
}

export const asleepIsFree: Law<Seen> = {
  id,
  rule: 'B5',
  watches: 'always',
  remember: world => ({
    microAcuSeconds: world.serverless?.meter.microAcuSeconds ?? 0,
    areAllAsleep: areAllAsleep(world),
  }),
  after: ({ world }, seen) => check(world, seen),
  sweep: check,
}

/** What was billed between two looks, at both of which all slept, was billed asleep. */
function check(world: World, seen: Seen): Broken | null {
  const { serverless } = world
  if (!serverless) return null
  const { microAcuSeconds } = serverless.meter
  const hasSlept = seen.areAllAsleep
  const billed = microAcuSeconds - seen.microAcuSeconds
  seen.microAcuSeconds = microAcuSeconds
  seen.areAllAsleep = areAllAsleep(world)
  const isAtWork = serverless.capacities.some(
    ({ state, instance }) => state === 'paused' && world.instances[instance]!.status === 'open',
  )
  if (!isAtWork && !(hasSlept && billed > 0)) return null
  return { law: id, key: `law.${id}`, parameters: { billed } }
}

function areAllAsleep({ serverless }: World): boolean {
  const { capacities = [] } = serverless ?? {}
  return (
    capacities.length > 0 &&
    capacities.every(({ state }) => state === 'paused' || state === 'resuming')
  )
}
