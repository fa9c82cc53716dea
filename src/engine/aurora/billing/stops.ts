/**
 * A cluster that is stopped has no instances that are billed; its start is a billable change, so
 * that a new span begins. Rule B9.
 */
import type { InstanceSpan } from '../../contract/bill.ts'
import type { FactKey } from '../../contract/facts.ts'
import type { Micros } from '../../contract/units.ts'

/** As much of a fact as a bill needs. */
export interface Metered {
  fact: FactKey
  at: Micros
}

const metered: readonly FactKey[] = ['VolumeGrew', 'ClusterStopped', 'ClusterStarted']

export function isMetered({ fact }: Metered): boolean {
  return metered.includes(fact)
}

interface Stop {
  from: Micros
  /** Null: it is stopped. */
  until: Micros | null
}

export function stopsOf(facts: readonly Metered[]): Stop[] {
  const stops: Stop[] = []
  for (const { fact, at } of facts) {
    if (fact === 'ClusterStopped') stops.push({ from: at, until: null })
    const last = stops.at(-1)
    if (fact === 'ClusterStarted' && last) last.until = at
  }
  return stops
}

export function withoutStops(spans: InstanceSpan[], stops: readonly Stop[]): InstanceSpan[] {
  return stops.reduce((left, stop) => left.flatMap(span => withoutStop(span, stop)), spans)
}

function withoutStop(span: InstanceSpan, stop: Stop): InstanceSpan[] {
  const { from, until } = span
  if (until !== null && until <= stop.from) return [span]
  if (stop.until !== null && stop.until <= from) return [span]
  const before = from < stop.from ? [{ ...span, until: stop.from }] : []
  const goesOn = stop.until !== null && (until === null || until > stop.until)
  return goesOn ? [...before, { ...span, from: stop.until! }] : before
}
