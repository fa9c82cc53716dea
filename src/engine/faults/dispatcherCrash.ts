/**
 * What writes to the volume on an instance is down: the instance keeps its memory and its clients,
 * and what it sent in vain is sent again (D-FI, crash of the dispatcher; the rest *assumption*,
 * P16).
 */
import type { FaultEntry } from './faultEntry.ts'
import { switchCuts } from './switchCuts.ts'

export const dispatcherCrash: FaultEntry = {
  fault: 'DispatcherCrash',
  target: 'instance',
  parameters: [],
  inject: switchCuts,
  heal: switchCuts,
}
