/** Serverless v1 that can be changed into v2, as a wing, with the laws of both generations. */
import { createBothGenerations } from '../aurora/modify/createBothGenerations.ts'
import type { Law } from '../checkers/law.ts'
import { serverlessV1Wing } from './serverlessV1Wing.ts'
import { serverlessWing } from './serverlessWing.ts'
import type { Wing } from './wing.ts'

/** A law of both stands once. */
const laws = new Set<Law<unknown>>([...serverlessV1Wing.laws, ...serverlessWing.laws])

export const bothGenerationsWing: Wing = {
  id: 'bothGenerations',
  mechanism: createBothGenerations(serverlessV1Wing.mechanism, serverlessWing.mechanism),
  laws: [...laws],
}
