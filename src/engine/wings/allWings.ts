/** Every wing, for whoever need not count bytes: the command line, tests and the bench. */
import { bothGenerationsWing } from './bothGenerationsWing.ts'
import { failoverWing } from './failoverWing.ts'
import { modifyWing } from './modifyWing.ts'
import { multiMasterWing } from './multiMasterWing.ts'
import { proxyWing } from './proxyWing.ts'
import { routingWing } from './routingWing.ts'
import { serverlessWing } from './serverlessWing.ts'
import { serverlessV1Wing } from './serverlessV1Wing.ts'
import type { Wing } from './wing.ts'

export const allWings: readonly Wing[] = [
  failoverWing,
  multiMasterWing,
  serverlessWing,
  serverlessV1Wing,
  bothGenerationsWing,
  routingWing,
  proxyWing,
  modifyWing,
]
