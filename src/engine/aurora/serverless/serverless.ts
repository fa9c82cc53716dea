/** The state of this mechanism as plain data. */
import type { Micros } from '../../contract/units.ts'

export interface Serverless {
  beganAt: Micros
}
