/** The built-in scenarios by name, in the order in which the picker shows them. */
import type { Scenario } from '../contract/scenario.ts'
import { twoConsoles } from './twoConsoles.ts'
import { twoConsolesTwoWriters } from './twoConsolesTwoWriters.ts'
import { lostUpdate } from './lostUpdate.ts'
import { writeSkew } from './writeSkew.ts'
import { theGapLock } from './theGapLock.ts'
import { crashAfterFourYes } from './crashAfterFourYes.ts'
import { crashInATransaction } from './crashInATransaction.ts'
import { longReadAtAReader } from './longReadAtAReader.ts'
import { aHotHost } from './aHotHost.ts'
import { outOfMemory } from './outOfMemory.ts'
import { stoppedNotPaused } from './stoppedNotPaused.ts'
import { whatKeepsItAwake } from './whatKeepsItAwake.ts'
import { aNewMember } from './aNewMember.ts'
import { askingFive } from './askingFive.ts'
import { asleepUntilCalled } from './asleepUntilCalled.ts'
import { azPlusOne } from './azPlusOne.ts'
import { busyCopy } from './busyCopy.ts'
import { coldGroup } from './coldGroup.ts'
import { connectionStorm } from './connectionStorm.ts'
import { congestedDisks } from './congestedDisks.ts'
import { damagedPage } from './damagedPage.ts'
import { crashOnCrash } from './crashOnCrash.ts'
import { readersBehind } from './readersBehind.ts'
import { unfinishedBusiness } from './unfinishedBusiness.ts'
import { waitingForCompany } from './waitingForCompany.ts'
import { dealtAmongFour } from './dealtAmongFour.ts'
import { ddlAtAnyWriter } from './ddlAtAnyWriter.ts'
import { ddlInAQueue } from './ddlInAQueue.ts'
import { eightSteps } from './eightSteps.ts'
import { farApart } from './farApart.ts'
import { flashSale } from './flashSale.ts'
import { fourOfSix } from './fourOfSix.ts'
import { fullAndTail } from './fullAndTail.ts'
import { growthAllowance } from './growthAllowance.ts'
import { holeAndGossip } from './holeAndGossip.ts'
import { hotNode } from './hotNode.ts'
import { lossyNetwork } from './lossyNetwork.ts'
import {
  blueGreen,
  inPlace,
  inThreeStages,
  intoServerless,
  leftBehind,
  outOfServerless,
} from './migrations.ts'
import { newEngine } from './newEngine.ts'
import { noReplica } from './noReplica.ts'
import { nobodyWins } from './nobodyWins.ts'
import { oneCutLink } from './oneCutLink.ts'
import { oneNodeManyGroups } from './oneNodeManyGroups.ts'
import { v1AzLost } from './v1AzLost.ts'
import { v1Asleep } from './v1Asleep.ts'
import { v1Blocked } from './v1Blocked.ts'
import { v1EmptyPool } from './v1EmptyPool.ts'
import { v1Forced } from './v1Forced.ts'
import { v1ForgottenTable } from './v1ForgottenTable.ts'
import { v1StepsUp } from './v1StepsUp.ts'
import { opening } from './opening.ts'
import { ownShard } from './ownShard.ts'
import { ownYourTable } from './ownYourTable.ts'
import { peersCutOff } from './peersCutOff.ts'
import { promoteAReplica } from './promoteAReplica.ts'
import { proxyOrName } from './proxyOrName.ts'
import { quietCluster } from './quietCluster.ts'
import { readItOverThere } from './readItOverThere.ts'
import { reportsApart } from './reportsApart.ts'
import { rollingPatch } from './rollingPatch.ts'
import { roundRobinStorm } from './roundRobinStorm.ts'
import { shopOvernight } from './shopOvernight.ts'
import { officeHours } from './officeHours.ts'
import { sleepyClient } from './sleepyClient.ts'
import { whichRange } from './whichRange.ts'
import { skippedHydration } from './skippedHydration.ts'
import { slowTail } from './slowTail.ts'
import { staleBase } from './staleBase.ts'
import { theVolumeGrows } from './theVolumeGrows.ts'
import { theWritersZone } from './theWritersZone.ts'
import { threeLeft } from './threeLeft.ts'
import { threeOfFour } from './threeOfFour.ts'
import { billOfAcus, billOfAnInstance } from './twoBills.ts'
import { twoOfThree } from './twoOfThree.ts'
import { undoingCollides } from './undoingCollides.ts'
import { whoWinsAPage } from './whoWinsAPage.ts'
import { writerDownOthersGoOn } from './writerDownOthersGoOn.ts'
import { writerLostMulti, writerLostSingle } from './writerLost.ts'
import { zoneCutOff } from './zoneCutOff.ts'
import { hopBack } from './hopBack.ts'
import { twoOrders } from './twoOrders.ts'

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
  [11, whoWinsAPage],
  [12, staleBase],
  [13, nobodyWins],
  [14, writerDownOthersGoOn],
  [15, readItOverThere],
  [16, roundRobinStorm],
  [17, ownYourTable],
  [18, ddlAtAnyWriter],
  [19, ownShard],
  [20, flashSale],
  [21, asleepUntilCalled],
  [22, growthAllowance],
  [23, shopOvernight],
  [24, peersCutOff],
  [25, crashAfterFourYes],
  [26, ddlInAQueue],
  [27, farApart],
  [28, undoingCollides],
  [30, promoteAReplica],
  [31, proxyOrName],
  [33, noReplica],
  [34, connectionStorm],
  [35, writerLostSingle],
  [36, writerLostMulti],
  [37, reportsApart],
  [40, aNewMember],
  [41, threeLeft],
  [42, threeOfFour],
  [43, fullAndTail],
  [44, twoOfThree],
  [45, skippedHydration],
  [46, hotNode],
  [47, theVolumeGrows],
  [50, eightSteps],
  [51, damagedPage],
  [52, busyCopy],
  [53, rollingPatch],
  [54, congestedDisks],
  [55, zoneCutOff],
  [60, readersBehind],
  [61, crashOnCrash],
  [62, unfinishedBusiness],
  [63, waitingForCompany],
  [64, askingFive],
  [65, newEngine],
  [70, twoConsoles],
  [71, lostUpdate],
  [72, writeSkew],
  [73, theGapLock],
  [74, crashInATransaction],
  [75, longReadAtAReader],
  [76, twoConsolesTwoWriters],
  [77, hopBack],
  [78, twoOrders],
  [80, v1StepsUp],
  [81, v1Blocked],
  [82, v1Forced],
  [83, v1Asleep],
  [84, v1AzLost],
  [85, billOfAnInstance],
  [86, billOfAcus],
  [90, aHotHost],
  [91, outOfMemory],
  [92, whatKeepsItAwake],
  [93, stoppedNotPaused],
  [87, whichRange],
  [88, sleepyClient],
  [89, officeHours],
  [94, intoServerless],
  [95, outOfServerless],
  [96, inPlace],
  [97, leftBehind],
  [98, v1EmptyPool],
  [99, v1ForgottenTable],
  [100, inThreeStages],
  [101, blueGreen],
  [102, dealtAmongFour],
]

export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  numbered.map(([, scenario]) => [scenario.name, scenario]),
)

export const scenarioNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  numbered.map(([number, scenario]) => [scenario.name, number]),
)

export const openingName = opening.name
