/**
 * Why, for what mechanisms decide: the newest fact that tells of it, and from there the chain of
 * facts that led to it. Which fact counts is all that is chosen here; the rest is derived.
 */
import type { World } from '../aurora/world.ts'
import type { Cause } from '../contract/cause.ts'
import type { Fact, FactKey } from '../contract/facts.ts'
import { whyFact } from './whyFact.ts'

/** The newest of these facts that a field ties to the subject; null when none is known. */
function whyNewest(
  facts: Fact[],
  keys: readonly FactKey[],
  subject: Record<string, number | string>,
): Cause[] | null {
  const [[field, value] = ['', '']] = Object.entries(subject)
  const isOfIt = ({ fact, parameters }: Fact) =>
    keys.includes(fact) && (parameters as Record<string, unknown>)[field] === value
  const newest = facts.filter(isOfIt).at(-1)
  return newest ? whyFact(newest.id, facts) : null
}

export function whyProposal(_: World, name: string, facts: Fact[]): Cause[] | null {
  const subject = { proposal: Number(name) }
  return (
    whyNewest(facts, ['ProposalRefused', 'ProposalAccepted'], subject) ??
    whyNewest(facts, ['ProposalSent'], subject)
  )
}

/** With several writers a transaction is at what was told of it last. */
export function whyTransactionTold(serial: number, facts: Fact[]): Cause[] | null {
  const subject = { transaction: serial }
  return (
    whyNewest(facts, ['TransactionRolledBack', 'TransactionCommitted'], subject) ??
    whyNewest(facts, ['ProposalSent', 'TransactionBegan'], subject)
  )
}

const noLongerBlocked = ['CapacityChanged', 'PauseBegan', 'InstancePaused', 'ResumeBegan'] as const

/** What it has; and, when it rests at its least and does not sleep, what is in the way. */
export function whyCapacity(_: World, instance: string, facts: Fact[]): Cause[] | null {
  const changed = whyNewest(facts, ['CapacityChanged'], { instance })
  const blocked = whyNewest(facts, ['PauseBlocked', ...noLongerBlocked], { instance })
  const [first] = blocked ?? []
  if (first?.key !== 'fact.PauseBlocked') return changed
  return [...(changed ?? []), ...(blocked ?? [])]
}

/** Asleep, or waking. */
export function whyPaused(instance: string, facts: Fact[]): Cause[] {
  return whyNewest(facts, ['InstancePaused', 'ResumeBegan'], { instance }) ?? []
}

/** It was not the writer from the start: the promotion that made it so. */
export function whyWriter(instance: string, facts: Fact[]): Cause[] {
  const promoted = whyNewest(facts, ['ReaderPromoted'], { instance }) ?? []
  return promoted.map(cause => ({ ...cause, depth: cause.depth + 1 }))
}
