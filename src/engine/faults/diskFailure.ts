/** Some writes of a disk fail and are not acknowledged (D-FI, disk failure; rule P13). */
import { awaken } from '../aurora/pipeline/awaken.ts'
import type { FaultEntry } from './faultEntry.ts'

export const diskFailure: FaultEntry = {
  fault: 'DiskFailure',
  target: 'node',
  isOfSingleMaster: true,
  parameters: [{ name: 'ratio', min: 0.001, max: 1, default: 0.5 }],
  inject: ctx => void awaken(ctx.world),
  heal: () => undefined,
}
