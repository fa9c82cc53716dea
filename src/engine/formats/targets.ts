/**
 * What a fault may be aimed at in a scenario: storage nodes, instances, zones, and links between
 * actors or zones, one way `a>b` or both ways `a<>b` (Formats §0).
 */
import type { FaultKind } from '../contract/faults.ts'

/** The names of a cluster by kind. */
export interface Places {
  nodes: string[]
  instances: string[]
  applications: string[]
  zones: string[]
}

export const zoneNames = ['az-a', 'az-b', 'az-c']

export function nodeNames(fleetPerAz: number): string[] {
  const ranks = Array.from({ length: fleetPerAz }, (_, rank) => rank + 1)
  return ['a', 'b', 'c'].flatMap(letter => ranks.map(rank => `node-${letter}${rank}`))
}

/** Whether there is such a segment is seen when the fault is injected. */
const segmentForm = /^pg\d+\/[abc]\d+$/

const linkForm = /^([^<>]+)(<>|>)([^<>]+)$/

function endsAllowed({ nodes, instances, applications, zones }: Places): string[] {
  return [...instances, ...nodes, ...applications, ...zones]
}

function isLink(target: string, places: Places): boolean {
  const [, from = '', , to = ''] = linkForm.exec(target) ?? []
  const ends = endsAllowed(places)
  return from !== to && ends.includes(from) && ends.includes(to)
}

/** Loss is for links between machines: an application repeats what is lost by itself. */
function betweenMachines(places: Places): Places {
  return { ...places, applications: [] }
}

function linkRule({ instances, applications, nodes }: Places): string {
  const writer = instances[0] ?? 'w1'
  const ends = [...instances, ...applications, ...zoneNames, nodeRange(nodes)].join(', ')
  return `a link as "${writer}>node-b1" or "az-a<>az-b", between two of ${ends}`
}

function nodeRange(nodes: string[]): string {
  return `${nodes[0]} to ${nodes.at(-1)}`
}

/** Null when the target is valid, else the words for what is allowed. */
export function targetRule(fault: FaultKind, target: string, places: Places): string | null {
  const { nodes, instances, zones } = places
  switch (fault) {
    case 'NodeCrash':
    case 'NodeLoss':
    case 'HotNode':
    case 'SlowNode':
    case 'SlowDisk':
    case 'DiskCongestion':
    case 'DiskFailure':
      return nodes.includes(target) ? null : `one of ${nodes.join(', ')}`
    case 'InstanceCrash':
    case 'DispatcherCrash':
    case 'ReplicaFailure':
    case 'EnginePatch':
      return instances.includes(target) ? null : `one of ${instances.join(', ')}`
    case 'AzOutage':
    case 'ZoneIsolation':
    case 'NoCapacity':
      return zones.includes(target) ? null : `one of ${zones.join(', ')}`
    case 'PageCorruption':
      if (nodes.includes(target) || segmentForm.test(target)) return null
      return `one of ${nodes.join(', ')}, or a segment as "pg1/a1"`
    case 'RollingPatch':
      return [...zones, 'volume'].includes(target) ? null : `volume, or one of ${zones.join(', ')}`
    case 'LinkCut':
      return isLink(target, places) ? null : linkRule(places)
    case 'PacketLoss':
      if (target === 'network' || isLink(target, betweenMachines(places))) return null
      return `network, or ${linkRule(betweenMachines(places))}`
  }
}
