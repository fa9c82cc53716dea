/** Multi-Master as a wing: one to four writers over one volume, and what must hold there. */
import { multiMasterMechanism } from '../aurora/multimaster/multiMasterMechanism.ts'
import { appliedNeverFalls } from '../checkers/appliedNeverFalls.ts'
import { commitHasWriteSets } from '../checkers/commitHasWriteSets.ts'
import { groupIsWhole } from '../checkers/groupIsWhole.ts'
import type { Law } from '../checkers/law.ts'
import { locksAreLocal } from '../checkers/locksAreLocal.ts'
import { noTentativeOutlives } from '../checkers/noTentativeOutlives.ts'
import { oneSuccessor } from '../checkers/oneSuccessor.ts'
import { oneYesAtATime } from '../checkers/oneYesAtATime.ts'
import { ownReadsAreFresh } from '../checkers/ownReadsAreFresh.ts'
import { rolledBackIsGone } from '../checkers/rolledBackIsGone.ts'
import { versionsWithoutGap } from '../checkers/versionsWithoutGap.ts'
import { visibleAsAWhole } from '../checkers/visibleAsAWhole.ts'
import type { Wing } from './wing.ts'

export const multiMasterWing: Wing = {
  id: 'multiMaster',
  mechanism: multiMasterMechanism,
  laws: [
    oneSuccessor,
    versionsWithoutGap,
    oneYesAtATime,
    groupIsWhole,
    ownReadsAreFresh,
    commitHasWriteSets,
    rolledBackIsGone,
    appliedNeverFalls,
    visibleAsAWhole,
    locksAreLocal,
    noTentativeOutlives,
  ] as Law<unknown>[],
}
