/** The experiment while all goes on: one more copy to fail, and which. */
import type { Phrase } from '../../contract/frame.ts'
import type { ActorId } from '../../contract/ids.ts'
import { bitCount } from '../storage/quorum.ts'
import { nextCopy } from './nextCopy.ts'
import type { Situation } from './situation.ts'

export interface Hint {
  hint: Phrase
  glowing: ActorId | null
}

export const waiting: Hint = { hint: { key: 'hint.wait', parameters: {} }, glowing: null }

/** One more copy to fail: first one, then its neighbour in the zone, then one in another zone. */
export function breakOf(situation: Situation): Hint {
  const { world, worst } = situation
  const spare = bitCount(worst.reachable) - worst.needed
  const node = nextCopy(situation)
  if (!node) return waiting
  const key =
    spare > 1 ? 'hint.clickCopy' : spare === 1 ? 'hint.clickSecondCopy' : 'hint.clickThirdCopy'
  const zone = world.zones[node.zone]!.id
  return { hint: { key, parameters: { node: node.id, zone } }, glowing: node.id }
}
