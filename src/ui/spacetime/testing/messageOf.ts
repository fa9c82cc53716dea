/** A message of a window for tests: delivered, of no group, unless said otherwise. */
import type { SpaceMessage } from '../../../engine/contract/spacetime.ts'

export function messageOf(
  given: Partial<SpaceMessage> & Pick<SpaceMessage, 'id' | 'from' | 'to'>,
): SpaceMessage {
  const sentOrder = given.sentOrder ?? given.id
  return {
    kind: 'WriteRedo',
    sentAt: sentOrder * 100,
    arrivesAt: (given.endOrder ?? sentOrder + 4) * 100,
    fate: 'delivered',
    group: null,
    isDuplicate: false,
    isRefusal: false,
    transactions: [],
    sentOrder,
    endOrder: sentOrder + 4,
    ...given,
  }
}
