/** Nothing passes a link, one way or both ways; its ends are actors or zones (rule N3). */
import type { FaultEntry } from './faultEntry.ts'
import { switchCuts } from './switchCuts.ts'

export const linkCut: FaultEntry = {
  fault: 'LinkCut',
  target: 'link',
  parameters: [],
  inject: switchCuts,
  heal: switchCuts,
}
