/** The one table of refusals (Formats §0): cause → kind, and how each edition tells it. */
import { concurrencyErrors } from './concurrencyErrors.ts'
import { nameErrors } from './nameErrors.ts'
import { referenceErrors } from './referenceErrors.ts'
import { valueErrors } from './valueErrors.ts'

export const errorTable = {
  ...concurrencyErrors,
  ...nameErrors,
  ...referenceErrors,
  ...valueErrors,
}

export type ErrorCause = keyof typeof errorTable
