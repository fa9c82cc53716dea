/**
 * Changes the range of all serverless instances: the target obeys at once, the capacity at its own
 * rate. It wakes an instance that is paused, which then stays awake for a while. Rules S1 and S8.
 */
import type { Reason } from '../../contract/commands.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { wakeByAdmin } from './wakeByAdmin.ts'

const acu = 1_000_000
const largest = 256

export const setCapacityRange: Verb<'SetCapacityRange'> = {
  validate: validateRange,
  give(ctx, { min, max }) {
    const { world } = ctx
    const serverless = world.serverless!
    serverless.min = min * acu
    serverless.max = max * acu
    serverless.rangeChangedAt = world.now
    serverless.rangeFact = ctx.cause
    for (const capacity of serverless.capacities) {
      ctx.cause = serverless.rangeFact
      if (capacity.state !== 'paused') continue
      wakeByAdmin(ctx, capacity, 'command')
    }
  },
}

function validateRange(
  { serverless }: World,
  { min, max }: Given<'SetCapacityRange'>,
): Reason | null {
  const parameters = { min: `${min}`, max: `${max}` }
  if (serverless!.capacities.length === 0) return { key: 'reason.noServerless', parameters }
  if (!isOnGrid(min) || !isOnGrid(max)) return { key: 'reason.capacityGrid', parameters }
  if (min < 0 || max < 1 || max > largest) return { key: 'reason.capacityLimits', parameters }
  return min > max ? { key: 'reason.capacityOrder', parameters } : null
}

function isOnGrid(value: number): boolean {
  return Math.floor(value * 2) === value * 2
}
