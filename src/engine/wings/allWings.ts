/** Every wing, for whoever need not count bytes: the command line, tests and the bench. */
import { failoverWing } from './failover.ts'
import { multiMasterWing } from './multiMaster.ts'
import { serverlessWing } from './serverless.ts'
import type { Wing } from './wing.ts'

export const allWings: readonly Wing[] = [failoverWing, multiMasterWing, serverlessWing]
