/** A zone is alive but cut off from the other zones; clients still reach it (rules N3, P14). */
import type { FaultEntry } from './faultEntry.ts'
import { switchCuts } from './switchCuts.ts'

export const zoneIsolation: FaultEntry = {
  fault: 'ZoneIsolation',
  target: 'az',
  parameters: [],
  inject: switchCuts,
  heal: switchCuts,
}
