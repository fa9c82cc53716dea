/** A share of the messages of a link, or of all links between machines, is lost (rules N2, N5). */
import type { FaultEntry } from './faultEntry.ts'
import { switchLoss } from './switchLoss.ts'

export const packetLoss: FaultEntry = {
  fault: 'PacketLoss',
  target: 'link-or-network',
  parameters: [{ name: 'ratio', min: 0.001, max: 1, default: 0.1 }],
  inject: switchLoss,
  heal: switchLoss,
}
