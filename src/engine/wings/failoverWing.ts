/** Readers and promotion, with the law that guards them. */
import { failoverMechanism } from '../aurora/failover/failoverMechanism.ts'
import { oneWriter } from '../checkers/oneWriter.ts'
import type { Law } from '../checkers/law.ts'
import type { Wing } from './wing.ts'

export const failoverWing: Wing = {
  id: 'failover',
  mechanism: failoverMechanism,
  laws: [oneWriter as Law<unknown>],
}
