/** To compare: another platform version from now on, with its rates and its CPU. Rule S13. */
import type { Reason } from '../../contract/commands.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { fitInstance } from './fitInstance.ts'
import { platformOf } from './rampOf.ts'
import { v2Of } from './v2Of.ts'

export const setPlatform: Verb<'SetPlatform'> = {
  validate: validatePlatform,
  give({ world }, { platform }) {
    v2Of(world).platform = platform
    for (const capacity of world.serverless!.capacities) {
      if (capacity.exact > 0) fitInstance(world, capacity)
    }
  },
}

function validatePlatform(world: World, { platform }: Given<'SetPlatform'>): Reason | null {
  if (world.serverless!.capacities.length === 0) return { key: 'reason.v2Only', parameters: {} }
  if (platformOf(world) !== platform) return null
  return { key: 'reason.samePlatform', parameters: { platform } }
}
