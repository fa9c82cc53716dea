/** Change of members as a wing, with the law that what is durable stays within every read set. */
import { membershipMechanism } from '../aurora/membership/membershipMechanism.ts'
import type { Law } from '../checkers/law.ts'
import { membersKeepWhatIsDurable } from '../checkers/membersKeepWhatIsDurable.ts'
import type { Wing } from './wing.ts'

export const membershipWing: Wing = {
  id: 'membership',
  mechanism: membershipMechanism,
  laws: [membersKeepWhatIsDurable] as Law<unknown>[],
}
