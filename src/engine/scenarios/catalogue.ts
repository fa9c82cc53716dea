/** The built-in scenarios by name, in the order in which the picker shows them. */
import type { Scenario } from '../contract/scenario.ts'
import { azPlusOne } from './azPlusOne.ts'
import { coldGroup } from './coldGroup.ts'
import { flashSale } from './flashSale.ts'
import { fourOfSix } from './fourOfSix.ts'
import { holeAndGossip } from './holeAndGossip.ts'
import { lossyNetwork } from './lossyNetwork.ts'
import { oneCutLink } from './oneCutLink.ts'
import { oneNodeManyGroups } from './oneNodeManyGroups.ts'
import { opening } from './opening.ts'
import { quietCluster } from './quietCluster.ts'
import { slowTail } from './slowTail.ts'
import { theWritersZone } from './theWritersZone.ts'

/** With the stable number under which links carry each; numbers are never given twice. */
const numbered: [number, Scenario][] = [
  [1, fourOfSix],
  [2, theWritersZone],
  [3, azPlusOne],
  [4, oneNodeManyGroups],
  [5, holeAndGossip],
  [6, slowTail],
  [7, oneCutLink],
  [8, coldGroup],
  [9, lossyNetwork],
  [10, quietCluster],
  [20, flashSale],
]

export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  numbered.map(([, scenario]) => [scenario.name, scenario]),
)

export const scenarioNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  numbered.map(([number, scenario]) => [scenario.name, number]),
)

export const openingName = opening.name
