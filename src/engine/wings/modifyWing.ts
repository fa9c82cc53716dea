/** Changing a cluster while it runs, as a wing, with the law that guards its places. */
import { modifyMechanism } from '../aurora/modify/modifyMechanism.ts'
import type { Law } from '../checkers/law.ts'
import { placesAgree } from '../checkers/placesAgree.ts'
import type { Wing } from './wing.ts'

export const modifyWing: Wing = {
  id: 'modify',
  mechanism: modifyMechanism,
  laws: [placesAgree] as Law<unknown>[],
}
