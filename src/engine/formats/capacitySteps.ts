/**
 * Capacities of Serverless v1 in ACU, by edition: a change goes from one listed step to the next
 * (API). Rule E1.
 */
import type { Edition } from '../contract/sql.ts'

const steps: Readonly<Record<Edition, readonly number[]>> = {
  mysql: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  postgresql: [2, 4, 8, 16, 32, 64, 192, 384],
}

/** Defaults of infrastructure tools (CDK). */
export const defaultV1Range = { min: 2, max: 16 } as const

export function stepsOf(edition: Edition | undefined): readonly number[] {
  return steps[edition ?? 'mysql']
}
