/** The disk of a storage node takes longer, in the foreground and behind it (P11; 2017 §2.3). */
import { awaken } from '../aurora/pipeline/awaken.ts'
import type { FaultEntry } from './faultEntry.ts'

export const slowDisk: FaultEntry = {
  fault: 'SlowDisk',
  target: 'node',
  isOfSingleMaster: true,
  parameters: [{ name: 'factor', min: 1, max: 1_000, default: 20 }],
  inject: ctx => void awaken(ctx.world),
  heal: () => undefined,
}
