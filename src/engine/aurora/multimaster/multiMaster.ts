/** The state of this mechanism as plain data. */
import type { Micros } from '../../contract/units.ts'

export interface MultiMaster {
  beganAt: Micros
}
