/** Undo of interrupted transactions as a wing, with the law that guards their rows. */
import { undoMechanism } from '../aurora/undo/undoMechanism.ts'
import type { Law } from '../checkers/law.ts'
import { ownedRowsRest } from '../checkers/ownedRowsRest.ts'
import type { Wing } from './wing.ts'

export const undoWing: Wing = {
  id: 'undo',
  mechanism: undoMechanism,
  laws: [ownedRowsRest as Law<unknown>],
}
