/** Some of what a disk does takes longer, between two bounds (D-FI, disk congestion; rule P12). */
import { awaken } from '../aurora/pipeline/awaken.ts'
import type { FaultEntry } from './faultEntry.ts'

const longestMillis = 10_000

export const diskCongestion: FaultEntry = {
  fault: 'DiskCongestion',
  target: 'node',
  isOfSingleMaster: true,
  parameters: [
    { name: 'ratio', min: 0.001, max: 1, default: 0.5 },
    { name: 'minMillis', min: 0, max: longestMillis, default: 10 },
    { name: 'maxMillis', min: 0, max: longestMillis, default: 50 },
  ],
  inject: ctx => void awaken(ctx.world),
  heal: () => undefined,
}
