/** Every fault, by kind; a kind without an entry does not compile. */
import type { FaultKind } from '../contract/faults.ts'
import { azOutage } from './azOutage.ts'
import type { FaultEntry } from './faultEntry.ts'
import { instanceCrash } from './instanceCrash.ts'
import { linkCut } from './linkCut.ts'
import { nodeCrash } from './nodeCrash.ts'
import { packetLoss } from './packetLoss.ts'
import { slowNode } from './slowNode.ts'

export const catalogue = {
  NodeCrash: nodeCrash,
  InstanceCrash: instanceCrash,
  AzOutage: azOutage,
  LinkCut: linkCut,
  SlowNode: slowNode,
  PacketLoss: packetLoss,
} satisfies { [K in FaultKind]: FaultEntry & { fault: FaultKind } }

export const faultKinds = Object.keys(catalogue) as FaultKind[]
