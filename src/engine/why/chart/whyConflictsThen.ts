/** Why transactions were rolled back in a stretch: how many, and the first of them. */
import type { Cause } from '../../contract/cause.ts'
import { step } from '../step.ts'
import { conflictCause } from './conflictCause.ts'
import { inForce } from './inStretch.ts'
import type { PointAsked } from './pointAsked.ts'

export function whyConflictsThen({ world, facts, point }: PointAsked, name: string): Cause[] {
  const { from, to } = point
  const found = facts.filter(
    fact => fact.at > from && fact.at <= to && conflictCause(fact) === name,
  )
  const parameters = { conflicts: found.length, because: name, stretchMicros: to - from }
  const [first] = found
  if (first === undefined) return [step(0, { key: 'why.point.noConflicts', parameters })]
  const more = { tone: 'bad', at: first.at, fact: first.id } as const
  return [step(0, { key: 'why.point.conflicts', parameters }, more), ...inForce(world)]
}
