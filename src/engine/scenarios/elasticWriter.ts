/** The one serverless instance that the scenarios of Serverless have. */
import type { Scenario } from '../contract/scenario.ts'

export const elasticWriter: Scenario['cluster']['instances'][number] = {
  id: 'w1',
  az: 'b',
  class: 'serverless',
}
