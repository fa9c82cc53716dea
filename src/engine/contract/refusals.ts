/** The vocabulary of refusals (Formats §0), shared by facts, statements and reports. */

/** Why a change is refused: causes of a write conflict. */
export type ConflictCause = 'inFlight' | 'staleBase' | 'noWinner' | 'rowOwned'

/** Why a transaction is rolled back: also what transactions of one writer do to each other. */
export type RollbackCause = ConflictCause | 'deadlock' | 'lockTimeout'

export type RefusalKind =
  | 'deadlock'
  | 'serializationFailure'
  | 'writeConflict'
  | 'lockTimeout'
  | 'readOnly'
  | 'connectionLost'
  | 'syntax'
  | 'unsupported'
  | 'constraint'
  | 'noQuorum'
