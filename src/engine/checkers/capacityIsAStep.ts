/**
 * Serverless v1: capacity is a listed step within the range, and what is reported is that; with no
 * instance it is nothing. It changes only at the end of a switch.
 */
import type { World } from '../aurora/world.ts'
import type { Broken, Law } from './law.ts'

const id = 'capacityIsAStep'

interface Had {
  current: number
  switches: number
}

export const capacityIsAStep: Law<Had> = {
  id,
  rule: 'E16',
  watches: 'always',
  remember: world => hadOf(world),
  after: ({ world }, had) => check(world, had),
  sweep: check,
}

function hadOf({ serverless }: World): Had {
  const { current = 0, switches = 0 } = serverless?.v1 ?? {}
  return { current, switches }
}

function check(world: World, had: Had): Broken | null {
  const { serverless, setup } = world
  const v1 = serverless?.v1
  if (!serverless || !v1) return null
  const { current, switches, state } = v1
  const hasSwitched = switches > had.switches
  const hasMoved = current !== had.current && !hasSwitched
  Object.assign(had, hadOf(world))
  const { exact, reported } = serverless.capacities[0]!
  const isNothing = state === 'paused' || state === 'resuming' || state === 'recreating'
  const isListed = setup.serverless!.v1!.steps.includes(current)
  const isReported = reported === exact && exact === (isNothing ? 0 : current)
  if (!hasMoved && isListed && isReported && isWithin(world, current)) return null
  return { law: id, key: `law.${id}`, parameters: { current, reported } }
}

/** A range that was changed is obeyed by the next decision. */
function isWithin({ serverless }: World, current: number): boolean {
  const { min, max, rangeChangedAt } = serverless!
  return rangeChangedAt >= 0 || (current >= min && current <= max)
}
