/**
 * What the menu of faults is made from: each fault with its range and the targets of the running
 * cluster. Links between storage nodes are accepted too, but only those that the writer, a client
 * or a whole zone uses are listed, since the others would bury them.
 */
import type { World } from '../aurora/world.ts'
import type { FaultDescription } from '../contract/faults.ts'
import type { TargetId } from '../contract/ids.ts'
import { catalogue, faultKinds } from './catalogue.ts'
import { faultWords } from './faultWords.ts'

export function describeFaults(world: World): FaultDescription[] {
  return faultKinds.map(kind => {
    const { fault, target, parameters } = catalogue[kind]
    const targets = targetsOf(world, target)
    return { fault, ...faultWords[kind], target, parameters, targets }
  })
}

function targetsOf(world: World, target: FaultDescription['target']): TargetId[] {
  switch (target) {
    case 'node':
      return world.nodes.map(({ id }) => id)
    case 'instance':
      return world.instances.map(({ id }) => id)
    case 'az':
      return world.zones.map(({ id }) => id)
    case 'link':
      return [...machineTargets(world), ...clientTargets(world)]
    case 'link-or-network':
      return ['network', ...machineTargets(world)]
  }
}

function machineTargets(world: World): TargetId[] {
  return [...world.instances.flatMap(({ id }) => nodeTargets(world, id)), ...zoneTargets(world)]
}

function nodeTargets(world: World, instance: string): TargetId[] {
  return world.nodes.flatMap(({ id }) => [
    `${instance}<>${id}`,
    `${instance}>${id}`,
    `${id}>${instance}`,
  ])
}

function clientTargets(world: World): TargetId[] {
  return world.applications.map(({ id, instance }) => `${id}<>${world.instances[instance]!.id}`)
}

function zoneTargets({ zones }: World): TargetId[] {
  return zones.flatMap((zone, index) =>
    zones.slice(index + 1).map(other => `${zone.id}<>${other.id}`),
  )
}
