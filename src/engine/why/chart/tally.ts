/**
 * What is gathered while the stretch of a point is gone over: of detailed facts only numbers and
 * the worst of each kind, however long the stretch is.
 */
import type { Fact, FactOf } from '../../contract/facts.ts'
import type { InstanceId } from '../../contract/ids.ts'
import type { Micros } from '../../contract/units.ts'

export interface Tally {
  /** Facts before it are not counted. */
  after: Micros
  began: number
  /** As the charts have it: those that wrote. */
  committed: number
  onlyRead: number
  slowest: FactOf<'TransactionCommitted'> | null
  /** By reader, what it showed latest after it was written. */
  applied: Record<InstanceId, FactOf<'StreamApplied'>>
}

export function createTally(after: Micros): Tally {
  return { after, began: 0, committed: 0, onlyRead: 0, slowest: null, applied: {} }
}

export function count(tally: Tally, fact: Fact): void {
  if (fact.at <= tally.after) return
  if (fact.fact === 'TransactionBegan') tally.began++
  else if (fact.fact === 'TransactionCommitted') countCommit(tally, fact)
  else if (fact.fact === 'StreamApplied') countApplied(tally, fact)
}

function countCommit(tally: Tally, fact: FactOf<'TransactionCommitted'>): void {
  const { slowest } = tally
  if (fact.parameters.lsn === 0) {
    tally.onlyRead++
    return
  }
  tally.committed++
  const isSlower = fact.parameters.latencyMicros > (slowest?.parameters.latencyMicros ?? -1)
  if (isSlower) tally.slowest = fact
}

function countApplied({ applied }: Tally, fact: FactOf<'StreamApplied'>): void {
  const { instance, lagMicros } = fact.parameters
  if (lagMicros > (applied[instance]?.parameters.lagMicros ?? -1)) applied[instance] = fact
}
