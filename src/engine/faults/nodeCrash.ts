/** A storage node loses power; what it persisted stays on its disk (rule N4). */
import type { FaultEntry } from './faultEntry.ts'
import { switchNodes } from './switchPower.ts'

export const nodeCrash: FaultEntry = {
  fault: 'NodeCrash',
  target: 'node',
  parameters: [],
  inject: switchNodes,
  heal: switchNodes,
}
