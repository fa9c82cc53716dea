/**
 * A step that blames a fault in force points at the fact that brought it, so that whoever asks on
 * comes to the command.
 */
import type { Cause } from '../contract/cause.ts'
import type { Fact } from '../contract/facts.ts'

export function tieToFaults(causes: Cause[], facts: Fact[]): Cause[] {
  return causes.map(cause => (cause.fact === null ? tied(cause, facts) : cause))
}

function tied(cause: Cause, facts: Fact[]): Cause {
  const { target } = cause.parameters
  if (cause.at === null || typeof target !== 'string') return cause
  const came = facts.filter(fact => isBehind(fact, cause)).at(-1)
  return came === undefined ? cause : { ...cause, fact: came.id }
}

/** It came when the step says it came, at the same place. */
function isBehind({ fact, at, parameters }: Fact, cause: Cause): boolean {
  return (
    fact === 'FaultInjected' && at === cause.at && parameters.target === cause.parameters.target
  )
}
