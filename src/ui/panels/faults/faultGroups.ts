/** What can fail, by the kind of thing that fails: the headings of the list, in its order. */
import type { FaultDescription, FaultKind } from '../../../engine/contract/faults.ts'

const headings = {
  node: 'Storage nodes',
  disk: 'Disks',
  page: 'Pages',
  instance: 'Instances',
  zone: 'Zones',
  link: 'Links',
} as const

type Target = keyof typeof headings

/** A kind without a place does not compile. */
const placeOf: Record<FaultKind, Target> = {
  NodeCrash: 'node',
  SlowNode: 'node',
  HotNode: 'node',
  NodeLoss: 'node',
  RollingPatch: 'node',
  SlowDisk: 'disk',
  DiskCongestion: 'disk',
  DiskFailure: 'disk',
  PageCorruption: 'page',
  InstanceCrash: 'instance',
  DispatcherCrash: 'instance',
  ReplicaFailure: 'instance',
  EnginePatch: 'instance',
  AzOutage: 'zone',
  ZoneIsolation: 'zone',
  NoCapacity: 'zone',
  LinkCut: 'link',
  PacketLoss: 'link',
}

export interface FaultGroup {
  heading: string
  kinds: FaultDescription[]
}

/** In each group as in the catalogue; a group without kinds is left out. */
export function faultGroups(kinds: readonly FaultDescription[]): FaultGroup[] {
  const targets = Object.keys(headings) as Target[]
  return targets
    .map(target => ({
      heading: headings[target],
      kinds: kinds.filter(({ fault }) => placeOf[fault] === target),
    }))
    .filter(group => group.kinds.length > 0)
}
