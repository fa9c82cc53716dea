/** All that a simulation may need, for whoever need not count bytes. */
import { speechOf } from '../aurora/frame/speechOf.ts'
import { giveCommand } from '../faults/giveCommand.ts'
import { allWings } from './allWings.ts'
import { injectTyped } from './injectTyped.ts'
import { lateWings } from './lateWings.ts'
import { severalWing } from './severalWing.ts'
import { sqlGrammar } from './sqlGrammar.ts'
import { createSqlWing } from './createSqlWing.ts'
import type { Brought } from './wing.ts'

export const everything: Brought = {
  wings: allWings,
  late: [...lateWings, createSqlWing({ ...sqlGrammar, injectFault: injectTyped }), severalWing],
  speak: speechOf,
  giveCommand,
}
