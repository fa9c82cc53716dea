/** Everything a storage node does takes longer: disk, reads, its messages (2017 §2.3; rule N6). */
import type { FaultEntry } from './faultEntry.ts'
import { switchSpeed } from './switchSpeed.ts'

export const slowNode: FaultEntry = {
  fault: 'SlowNode',
  target: 'node',
  parameters: [{ name: 'factor', min: 1, max: 1_000, default: 20 }],
  inject: switchSpeed,
  heal: switchSpeed,
}
