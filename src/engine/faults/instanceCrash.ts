/** A database instance dies with everything it held in memory (rule R1). */
import type { FaultEntry } from './faultEntry.ts'
import { switchInstances } from './switchPower.ts'

export const instanceCrash: FaultEntry = {
  fault: 'InstanceCrash',
  target: 'instance',
  parameters: [],
  inject: switchInstances,
  heal: switchInstances,
}
