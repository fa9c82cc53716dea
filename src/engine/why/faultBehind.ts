/** Which fault in force is behind a node or an instance without power, or a link that is cut. */
import { linksCutBy, linksOfTarget } from '../aurora/linkTarget.ts'
import { isLinkOpen } from '../aurora/status/reachability.ts'
import type { World } from '../aurora/world.ts'
import type { ActiveFault } from '../contract/faults.ts'
import type { TargetId } from '../contract/ids.ts'

const everything = 1_000_000

/** The first that came is the one since which it has been down. */
export function faultBehindNode(world: World, node: number): ActiveFault | null {
  const { id, zone } = world.nodes[node]!
  if (world.pipeline?.patch?.away === node) {
    return world.faults.find(({ fault }) => fault === 'RollingPatch') ?? null
  }
  return firstFault(world, { NodeCrash: id, NodeLoss: id, AzOutage: world.zones[zone]!.id })
}

export function faultBehindInstance(world: World, instance: number): ActiveFault | null {
  const { id, zone } = world.instances[instance]!
  return firstFault(world, { InstanceCrash: id, AzOutage: world.zones[zone]!.id })
}

function firstFault({ faults }: World, targets: Record<string, TargetId>): ActiveFault | null {
  return faults.find(({ fault, target }) => targets[fault] === target) ?? null
}

/** Null when messages pass from `from` to `to`. */
export function faultBehindLink(world: World, from: number, to: number): ActiveFault | null {
  if (isLinkOpen(world, from, to)) return null
  const stopped = (fault: ActiveFault) => {
    const losesAll = fault.fault === 'PacketLoss' && fault.ratioPpm === everything
    return losesAll ? linksOfTarget(world, fault.target) : linksCutBy(world, fault)
  }
  const isBehind = (fault: ActiveFault) =>
    stopped(fault).some(link => link.from === from && link.to === to)
  return world.faults.find(isBehind) ?? null
}
