/** Recovery as a wing, with the law that what waits goes on once all is healed. */
import { recoveryMechanism } from '../aurora/database/recoveryMechanism.ts'
import type { Law } from '../checkers/law.ts'
import { progressAfterHealing } from '../checkers/progressAfterHealing.ts'
import type { Wing } from './wing.ts'

export const recoveryWing: Wing = {
  id: 'recovery',
  mechanism: recoveryMechanism,
  laws: [progressAfterHealing as Law<unknown>],
}
