/**
 * The sentences that the opening does without: a page loads them after its first picture, and with
 * them the names that they put in.
 */
import { commandSentences } from './commandSentences.ts'
import { failoverSentences } from './failoverSentences.ts'
import { mechanismSentences } from './mechanismSentences.ts'
import { memberSentences } from './memberSentences.ts'
import { migrationSentences } from './migrationSentences.ts'
import { moreNames } from './moreNames.ts'
import { multiMasterSentences } from './multiMasterSentences.ts'
import { learnNames } from './namePlace.ts'
import { restSentences } from './restSentences.ts'
import { serverlessSentences } from './serverlessSentences.ts'
import { serverlessV1Sentences } from './serverlessV1Sentences.ts'
import { serverlessV2Sentences } from './serverlessV2Sentences.ts'
import { sqlLawSentences } from './sqlLawSentences.ts'
import { sqlSentences } from './sqlSentences.ts'
import type { Sentences } from './template.ts'
import { troubleSentences } from './troubleSentences.ts'
import { undoSentences } from './undoSentences.ts'
import { volumeSentences } from './volumeSentences.ts'

learnNames(moreNames)

export const moreSentences: Sentences = {
  ...troubleSentences,
  ...commandSentences,
  ...restSentences,
  ...failoverSentences,
  ...multiMasterSentences,
  ...serverlessSentences,
  ...serverlessV1Sentences,
  ...serverlessV2Sentences,
  ...mechanismSentences,
  ...volumeSentences,
  ...undoSentences,
  ...memberSentences,
  ...migrationSentences,
  ...sqlSentences,
  ...sqlLawSentences,
}
