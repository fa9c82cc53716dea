/**
 * A statement that can not be done is refused by throwing: whoever advances the statement catches
 * it, undoes what the edition undoes, and answers with the error.
 */
import type { SqlError } from '../../../contract/sql.ts'

interface Refusal extends Error {
  sqlError: SqlError
}

export function refuse(error: SqlError): never {
  throw Object.assign(new Error(error.message), { sqlError: error })
}

/** The error that was thrown by `refuse`; null: something else went wrong, throw it on. */
export function refusalOf(thrown: unknown): SqlError | null {
  if (!(thrown instanceof Error) || !('sqlError' in thrown)) return null
  return (thrown as Refusal).sqlError
}
