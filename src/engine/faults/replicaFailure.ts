/** What the writer sends to a reader is blocked, all of it or a share (D-FI; rule P16). */
import type { FaultEntry } from './faultEntry.ts'
import { switchLoss } from './switchLoss.ts'

export const replicaFailure: FaultEntry = {
  fault: 'ReplicaFailure',
  target: 'reader',
  isOfSingleMaster: true,
  parameters: [{ name: 'ratio', min: 0.001, max: 1, default: 1 }],
  inject: switchLoss,
  heal: switchLoss,
}
