/** Aurora Serverless v2 as a wing, with the laws of capacity and of the meter. */
import { serverlessMechanism } from '../aurora/serverless/serverlessMechanism.ts'
import type { Wing } from './wing.ts'

export const serverlessWing: Wing = {
  id: 'serverless',
  mechanism: serverlessMechanism,
  laws: [],
}
