/** The turn of one connection at its instance. */
import type { Context } from '../mechanism.ts'
import type { Connection } from './sqlWorld.ts'

export interface Turn {
  ctx: Context
  /** Index of the instance. */
  index: number
  connection: Connection
}
