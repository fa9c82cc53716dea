/** Pieces that the scenarios of Serverless share. */
import type { Scenario } from '../contract/scenario.ts'

export const elasticWriter: Scenario['cluster']['instances'][number] = {
  id: 'w1',
  az: 'b',
  class: 'serverless',
}
