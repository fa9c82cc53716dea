/** Every fault, by kind; a kind without an entry does not compile. */
import type { FaultKind } from '../contract/faults.ts'
import { azOutage } from './azOutage.ts'
import { diskCongestion } from './diskCongestion.ts'
import { diskFailure } from './diskFailure.ts'
import { dispatcherCrash } from './dispatcherCrash.ts'
import { enginePatch } from './enginePatch.ts'
import type { FaultEntry } from './faultEntry.ts'
import { hotNode } from './hotNode.ts'
import { instanceCrash } from './instanceCrash.ts'
import { linkCut } from './linkCut.ts'
import { nodeCrash } from './nodeCrash.ts'
import { noCapacity } from './noCapacity.ts'
import { nodeLoss } from './nodeLoss.ts'
import { packetLoss } from './packetLoss.ts'
import { pageCorruption } from './pageCorruption.ts'
import { replicaFailure } from './replicaFailure.ts'
import { rollingPatch } from './rollingPatch.ts'
import { slowDisk } from './slowDisk.ts'
import { slowNode } from './slowNode.ts'
import { zoneIsolation } from './zoneIsolation.ts'

export const catalogue = {
  NodeCrash: nodeCrash,
  InstanceCrash: instanceCrash,
  AzOutage: azOutage,
  LinkCut: linkCut,
  SlowNode: slowNode,
  PacketLoss: packetLoss,
  SlowDisk: slowDisk,
  DiskCongestion: diskCongestion,
  DiskFailure: diskFailure,
  PageCorruption: pageCorruption,
  ZoneIsolation: zoneIsolation,
  RollingPatch: rollingPatch,
  DispatcherCrash: dispatcherCrash,
  ReplicaFailure: replicaFailure,
  NodeLoss: nodeLoss,
  HotNode: hotNode,
  EnginePatch: enginePatch,
  NoCapacity: noCapacity,
} satisfies { [K in FaultKind]: FaultEntry & { fault: FaultKind } }

export const faultKinds = Object.keys(catalogue) as FaultKind[]
