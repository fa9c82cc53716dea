/** The sentences that the opening does without: a page loads them after its first picture. */
import { commandSentences } from './commandSentences.ts'
import { failoverSentences } from './failoverSentences.ts'
import { mechanismSentences } from './mechanismSentences.ts'
import { memberSentences } from './memberSentences.ts'
import { multiMasterSentences } from './multiMasterSentences.ts'
import { restSentences } from './restSentences.ts'
import { serverlessSentences } from './serverlessSentences.ts'
import { sqlLawSentences } from './sqlLawSentences.ts'
import { sqlSentences } from './sqlSentences.ts'
import type { Sentences } from './template.ts'
import { troubleSentences } from './troubleSentences.ts'
import { undoSentences } from './undoSentences.ts'
import { volumeSentences } from './volumeSentences.ts'

export const moreSentences: Sentences = {
  ...troubleSentences,
  ...commandSentences,
  ...restSentences,
  ...failoverSentences,
  ...multiMasterSentences,
  ...serverlessSentences,
  ...mechanismSentences,
  ...volumeSentences,
  ...undoSentences,
  ...memberSentences,
  ...sqlSentences,
  ...sqlLawSentences,
}
