/**
 * Change of members as a wing, with the law that what is durable stays within every read set, and
 * with what its quorums can bear in the picture.
 */
import { membershipMechanism } from '../aurora/membership/membershipMechanism.ts'
import { viewVolumeDetail } from '../aurora/volumeDetail/viewVolumeDetail.ts'
import type { Law } from '../checkers/law.ts'
import { membersKeepWhatIsDurable } from '../checkers/membersKeepWhatIsDurable.ts'
import type { Wing } from './wing.ts'

export const membershipWing: Wing = {
  id: 'membership',
  mechanism: {
    ...membershipMechanism,
    view(world, frame) {
      membershipMechanism.view(world, frame)
      viewVolumeDetail(world, frame)
    },
  },
  laws: [membersKeepWhatIsDurable] as Law<unknown>[],
}
