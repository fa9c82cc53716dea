/**
 * Why commits took as long as they did: the slowest of the stretch, whose chain follows, and in
 * that chain between which two of its steps most of the time went by.
 */
import type { Cause } from '../../contract/cause.ts'
import type { Micros } from '../../contract/units.ts'
import { step } from '../step.ts'
import { inForce } from './inStretch.ts'
import type { PointAsked } from './pointAsked.ts'
import { whyNone } from './whyCommitsThen.ts'

export function whyLatencyThen(asked: PointAsked): Cause[] {
  const { tally, world } = asked
  if (tally.slowest === null) return whyNone(asked)
  const { id: fact, at, parameters } = tally.slowest
  const { latencyMicros, transaction, application } = parameters
  const said = { commits: tally.committed, latencyMicros, transaction, application }
  const head = step(0, { key: 'why.point.slowest', parameters: said }, { at, fact })
  return [head, ...inForce(world)]
}

/** The chain of a commit with a step more, where the longest wait lay. */
export function withLongest(chain: Cause[]): Cause[] {
  const timed = chain.filter(({ at, fact }) => at !== null && fact !== null)
  const gaps = timed.slice(1).map(({ at }, place) => timed[place]!.at! - at!)
  const micros = Math.max(0, ...gaps)
  if (micros === 0) return chain
  const before = timed[gaps.indexOf(micros) + 1]!
  const place = chain.indexOf(before)
  const longest = longestStep(before, micros, timed[0]!.at! - timed.at(-1)!.at!)
  return [...chain.slice(0, place), longest, ...chain.slice(place)]
}

function longestStep({ depth, subject, at }: Cause, waitedMicros: Micros, ofMicros: Micros): Cause {
  const parameters = { waitedMicros, ofMicros }
  return step(depth, { key: 'why.point.longest', parameters }, { subject, at })
}
