/** Aurora Serverless v2 as a wing, with the laws of capacity and of the meter. */
import { createServerlessMechanism } from '../aurora/serverless/createServerlessMechanism.ts'
import { allowanceInBounds } from '../checkers/allowanceInBounds.ts'
import { asleepIsFree } from '../checkers/asleepIsFree.ts'
import { capacityInRange } from '../checkers/capacityInRange.ts'
import type { Law } from '../checkers/law.ts'
import { meterIsExact } from '../checkers/meterIsExact.ts'
import { sessionsSurviveScaling } from '../checkers/sessionsSurviveScaling.ts'
import { parseDuration } from '../formats/duration.ts'
import type { Wing } from './wing.ts'

export const serverlessWing: Wing = {
  id: 'serverless',
  mechanism: createServerlessMechanism(parseDuration),
  laws: [
    capacityInRange,
    allowanceInBounds,
    meterIsExact,
    asleepIsFree,
    sessionsSurviveScaling,
  ] as Law<unknown>[],
}
