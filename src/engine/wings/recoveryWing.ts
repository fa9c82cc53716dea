/** Recovery as a wing; its laws (K4, F8) watch every cluster anyway. */
import { recoveryMechanism } from '../aurora/database/recoveryMechanism.ts'
import type { Wing } from './wing.ts'

export const recoveryWing: Wing = { id: 'recovery', mechanism: recoveryMechanism, laws: [] }
