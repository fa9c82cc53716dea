/** What a window tells of one transaction: its own facts, and of others those it waits for. */
import type { Fact, FactKey, FactOf } from '../../contract/facts.ts'
import type { SpacetimeAnswer, SpaceMark, SpaceMessage } from '../../contract/spacetime.ts'

export type Recorded = Pick<SpacetimeAnswer, 'actors' | 'messages' | 'marks'>

/** A window gone over, and the transaction that is looked for in it. */
export interface Told extends Recorded {
  transaction: number
}

const ofOthers: readonly FactKey[] = [
  'PgclAdvanced',
  'VdlAdvanced',
  'RecordsPersisted',
  'VoteGiven',
  'ProposalAccepted',
  'ProposalRefused',
  'PageRequested',
  'PageReturned',
  'RedoApplied',
  'StatementSubmitted',
  'StatementAnswered',
]

export function isOwn({ parameters }: Fact, transaction: number): boolean {
  return (parameters as { transaction?: number }).transaction === transaction
}

/** Which facts of a window `ladderOf` needs. */
export function isTold(fact: Fact, transaction: number): boolean {
  return isOwn(fact, transaction) || ofOthers.includes(fact.fact)
}

export interface MarkOf<K extends FactKey> extends Omit<SpaceMark, 'fact'> {
  fact: FactOf<K>
}

export function marksOf<K extends FactKey>({ marks }: Recorded, key: K): MarkOf<K>[] {
  return marks.filter(({ fact }) => fact.fact === key) as unknown as MarkOf<K>[]
}

/** Those of them that name the transaction. */
export function ownMarks<K extends FactKey>(told: Told, key: K): MarkOf<K>[] {
  return marksOf(told, key).filter(({ fact }) => isOwn(fact as Fact, told.transaction))
}

export function ownMessages(told: Told, kind: SpaceMessage['kind']): SpaceMessage[] {
  return told.messages.filter(
    message => message.kind === kind && message.transactions.includes(told.transaction),
  )
}
