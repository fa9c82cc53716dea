/**
 * What the menu of faults is made from: each fault with its range and the targets of the running
 * cluster. Links between storage nodes are accepted too, but only those that a writer, a client or
 * a whole zone uses are listed, since the others would bury them; of a reader the link to the
 * writer, and what cuts an instance off from everybody, which is how a writer is lost unharmed.
 */
import { tailBits } from '../aurora/storage/quorumSets.ts'
import type { Segment, World } from '../aurora/world.ts'
import type { FaultDescription, FaultKind } from '../contract/faults.ts'
import type { TargetId } from '../contract/ids.ts'
import { catalogue, faultKinds } from './catalogue.ts'
import type { FaultEntry } from './faultEntry.ts'
import { readersOf } from './readersOf.ts'
import { faultWords } from './faultWords.ts'

export function describeFaults(world: World): FaultDescription[] {
  return faultKinds
    .filter(kind => isPossible(world, kind))
    .map(kind => {
      const { fault, target, parameters } = catalogue[kind]
      const targets = targetsOf(world, target)
      return { fault, ...faultWords[kind], target, parameters, targets }
    })
}

function isPossible({ setup }: World, kind: FaultKind): boolean {
  const { isOfSingleMaster }: FaultEntry = catalogue[kind]
  return !isOfSingleMaster || setup.topology === 'single-master'
}

function targetsOf(world: World, target: FaultDescription['target']): TargetId[] {
  switch (target) {
    case 'node':
      return world.nodes.map(({ id }) => id)
    case 'node-or-segment':
      return world.groups.flatMap(({ segments }, group) => withPages(world, group, segments))
    case 'volume-or-az':
      return ['volume', ...world.zones.map(({ id }) => id)]
    case 'reader':
      return readersOf(world)
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

/** A tail keeps only the log. */
function withPages(world: World, group: number, segments: Segment[]): TargetId[] {
  const tails = tailBits(world, group)
  return segments.filter(({ slot }) => ((tails >>> slot) & 1) === 0).map(({ id }) => id)
}

function machineTargets(world: World): TargetId[] {
  const writers = world.instances.filter(({ role }) => role === 'writer')
  return [
    ...writers.flatMap(({ id }) => nodeTargets(world, id)),
    ...instanceTargets(world),
    ...zoneTargets(world),
  ]
}

/** Between any two instances, and from each to every zone. */
function instanceTargets({ instances, zones }: World): TargetId[] {
  if (instances.length === 1) return []
  return instances.flatMap(({ id }, index) => [
    ...instances.slice(index + 1).map(other => `${id}<>${other.id}`),
    ...zones.map(zone => `${id}<>${zone.id}`),
  ])
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
