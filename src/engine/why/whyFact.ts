/** The chain of causes of a fact, from itself back to where nothing inside the run led to it. */
import type { Cause } from '../contract/cause.ts'
import type { Parameters } from '../contract/commands.ts'
import type { Fact, FactKey } from '../contract/facts.ts'
import { step } from './step.ts'

/** Longer chains are cut: who wants more asks about the last step. */
const longest = 24

const bad: readonly FactKey[] = [
  'CommandRefused',
  'FaultInjected',
  'NodeCrashed',
  'InstanceCrashed',
  'WriteQuorumLost',
  'ReadQuorumLost',
  'CommitsStalled',
  'WriterFenced',
  'BackPressureBegan',
  'LawBroken',
  'ConnectionLost',
  'RecordsRefused',
  'HoleOpened',
  'ReadRefused',
  'MessageDropped',
  'TransactionRolledBack',
  'ProposalRefused',
  'InstanceSuspected',
]

export function whyFact(id: number, facts: Fact[]): Cause[] | null {
  const causes: Cause[] = []
  let fact = facts.find(its => its.id === id)
  while (fact && causes.length < longest) {
    causes.push(factStep(fact, causes.length))
    const { cause } = fact
    fact = cause === 0 ? undefined : facts.find(its => its.id === cause)
  }
  return causes.length > 0 ? causes : null
}

export function factStep({ id, at, fact, cause, parameters }: Fact, depth: number): Cause {
  const tone = bad.includes(fact) ? 'bad' : 'plain'
  const said = { key: `fact.${fact}`, parameters: flatten(parameters) }
  const isRoot = cause === 0
  return step(depth, said, { tone, at, fact: id, isRoot, subject: `fact:${id}` })
}

/** A command or a reason inside a fact gives its own fields; a reason is named by its key. */
function flatten(parameters: object): Parameters {
  const flat: Parameters = {}
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) flat[name] = value
    else if (name === 'reason') flat.reason = (value as { key: string }).key
    else Object.assign(flat, flatten(value))
  }
  return flat
}
