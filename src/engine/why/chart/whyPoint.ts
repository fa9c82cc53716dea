/**
 * What happened at a point of a chart: for each of its lines an answer with its numbers, and the
 * fact behind it, whose own chain is put below it. Keys and numbers, never sentences.
 */
import type { AskedChart } from '../../contract/chartPoint.ts'
import type { Cause } from '../../contract/cause.ts'
import { tieToFaults } from '../tieToFaults.ts'
import type { PointAsked } from './pointAsked.ts'
import { whyAheadThen } from './whyAheadThen.ts'
import { whyCapacityThen } from './whyCapacityThen.ts'
import { whyCommitsThen } from './whyCommitsThen.ts'
import { whyConflictsThen } from './whyConflictsThen.ts'
import { whyCostThen } from './whyCostThen.ts'
import { whyDownThen } from './whyDownThen.ts'
import { whyLagThen } from './whyLagThen.ts'
import { whyLatencyThen, withLongest } from './whyLatencyThen.ts'

const answers: Record<AskedChart, (asked: PointAsked, name: string) => Cause[]> = {
  commits: whyCommitsThen,
  latency: whyLatencyThen,
  capacity: whyCapacityThen,
  cost: whyCostThen,
  down: whyDownThen,
  conflicts: whyConflictsThen,
  lag: whyLagThen,
  points: whyAheadThen,
}

/** Charts that show what was added, so that the state before the stretch is needed. */
const adding: readonly AskedChart[] = ['cost', 'down']

export function needsBefore({ point }: Pick<PointAsked, 'point'>): boolean {
  return point.lines.some(({ chart }) => adding.includes(chart))
}

/** What has no instant of its own was so at the end of the stretch. */
export function whyPoint(asked: PointAsked): Cause[] {
  const { lines } = asked.point
  const causes = lines.flatMap(({ chart, name }) => answers[chart](asked, name))
  const { to } = asked.point
  return tieToFaults(causes, asked.facts).map(cause => ({ ...cause, at: cause.at ?? to }))
}

/** An answer with the chain of the fact that it points at, as one argument. */
export function withChain(answer: Cause, chain: Cause[]): Cause[] {
  const whole = answer.key === 'why.point.slowest' ? withLongest(chain) : chain
  const below = whole.map(cause => ({ ...cause, depth: cause.depth + 1 }))
  return [{ ...answer, fact: null }, ...below]
}
