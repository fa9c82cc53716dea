/**
 * A node is hot: slow, since it has too much to do. Its segments are marked as bad one by one, and
 * their groups move to colder nodes (2017 §2.3). Rule M14.
 */
import type { Context } from '../aurora/context.ts'
import { awaken } from '../aurora/membership/awaken.ts'
import { planLook } from '../aurora/membership/planLook.ts'
import type { FaultEntry } from './faultEntry.ts'
import { switchSpeed } from './switchSpeed.ts'

export const hotNode: FaultEntry = {
  fault: 'HotNode',
  target: 'node',
  parameters: [{ name: 'factor', min: 1, max: 1_000, default: 10 }],
  isOfSingleMaster: true,
  inject: heat,
  heal: switchSpeed,
}

function heat(ctx: Context): void {
  const { world } = ctx
  switchSpeed(ctx)
  awaken(world)
  planLook(world, world.now + world.parameters['repair.suspectAfter'])
}
