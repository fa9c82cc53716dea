/** What other customers have reserved on the host of an instance. Rule S22. */
import type { Reason } from '../../contract/commands.ts'
import type { Given, Verb } from '../mechanism.ts'
import type { World } from '../world.ts'
import { hostsOf } from './hosts.ts'

export const setNeighbours: Verb<'SetNeighbours'> = {
  validate: validateNeighbours,
  give({ world, cause }, { instance, acu }) {
    const hosts = hostsOf(world)
    const index = world.instances.findIndex(({ id }) => id === instance)
    hosts.hosts[hosts.placed[index]!]!.others = Math.floor(acu * 1_000_000)
    world.serverless!.v2!.neighbourFact = cause
  },
}

function validateNeighbours(world: World, given: Given<'SetNeighbours'>): Reason | null {
  const { instance, acu } = given
  const index = world.instances.findIndex(({ id }) => id === instance)
  if (!world.serverless!.capacities.some(its => its.instance === index)) {
    return { key: 'reason.notServerless', parameters: { instance } }
  }
  const size = world.setup.serverless?.v2?.values['serverlessV2.hostSize'] ?? 0
  if (acu >= 0 && acu <= size) return null
  return { key: 'reason.neighbours', parameters: { acu, size } }
}
