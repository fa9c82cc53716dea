/** A page change on its way that takes another one back, or purges, looks unlike the others. */
import type { MovingLayout } from '../../../contract/frame.ts'
import { messageNumber } from '../../messageNumber.ts'
import type { World } from '../../world.ts'
import { mmOf } from '../mmPlaces.ts'
import { reason } from '../multiMaster.ts'
import { proposalOf } from '../proposals.ts'

const undoes = 64 satisfies MovingLayout['flags']['undoes']
const purges = 128 satisfies MovingLayout['flags']['purges']

/** Of the message in this slot; 0 = a change that an application wants, or no change. */
export function flagOfProposal(world: World, slot: number): number {
  const { kind, b } = world.network.messages
  if (kind[slot] !== messageNumber.Propose) return 0
  const proposal = proposalOf(mmOf(world), b[slot]!)
  if (proposal?.reason === reason.rollback) return undoes
  return proposal?.reason === reason.purge ? purges : 0
}
