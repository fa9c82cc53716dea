/** Aurora Serverless v1 as a wing, with its laws and those of the meter. */
import { createServerlessV1Mechanism } from '../aurora/serverlessV1/createServerlessV1Mechanism.ts'
import { asleepIsFree } from '../checkers/asleepIsFree.ts'
import { capacityIsAStep } from '../checkers/capacityIsAStep.ts'
import type { Law } from '../checkers/law.ts'
import { meterIsExact } from '../checkers/meterIsExact.ts'
import { noPointWhileBlocked } from '../checkers/noPointWhileBlocked.ts'
import { sessionsSurviveSwitches } from '../checkers/sessionsSurviveSwitches.ts'
import { parseDuration } from '../formats/duration.ts'
import type { Wing } from './wing.ts'

export const serverlessV1Wing: Wing = {
  id: 'serverlessV1',
  mechanism: createServerlessV1Mechanism(parseDuration),
  laws: [
    capacityIsAStep,
    noPointWhileBlocked,
    sessionsSurviveSwitches,
    meterIsExact,
    asleepIsFree,
  ] as Law<unknown>[],
}
