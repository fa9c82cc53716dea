/** Multi-Master as a wing: one to four writers over one volume. */
import { multiMasterMechanism } from '../aurora/multimaster/mechanism.ts'
import type { Wing } from './wing.ts'

export const multiMasterWing: Wing = {
  id: 'multiMaster',
  mechanism: multiMasterMechanism,
  laws: [],
}
