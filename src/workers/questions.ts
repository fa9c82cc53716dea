/** Questions about the run, answered by a walk beside what is shown, in bounded slices. */
import type { BillAnswer, BillRequest } from '../engine/contract/bill.ts'
import type { Cause } from '../engine/contract/cause.ts'
import type { Fact, FactKey } from '../engine/contract/facts.ts'
import type { SubjectId } from '../engine/contract/ids.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Micros } from '../engine/contract/units.ts'
import type { BranchSummary, TimelineSummary } from './api.ts'
import type { BranchTrack } from './branchTrack.ts'
import { capacityOf } from './capacityOf.ts'
import { noteCommits } from './chart.ts'
import type { AnswersDoor, LaterDoor } from './engineDoor.ts'
import { marksOf } from './marksOf.ts'
import { isNotable } from './isNotable.ts'
import { seriesOf } from './seriesOf.ts'
import type { Timeline } from './timeline.ts'
import { onlyState, walk } from './walk.ts'
import type { Work } from './work.ts'

/** *Why* looks back so far for what led here; notable facts are known from the start. */
const whyWindowMicros = 2_000_000

/** Facts up to an instant, or within the pattern's own window: the newest 20,000. Oldest first. */
export function* factsOf(
  door: LaterDoor,
  timeline: Timeline,
  filter: FactPattern | 'notable' | undefined,
  shownAt: Micros,
): Work<Fact[]> {
  if (filter === 'notable') return timeline.branch.facts.filter(({ at }) => at <= shownAt)
  const matches = filter ? door.matchPattern(filter) : () => true
  const [from, to] = windowOf(timeline, filter, shownAt)
  const isKnown = filter !== undefined && isNotable(filter.fact) && to <= timeline.branch.horizon
  if (isKnown) return timeline.branch.facts.filter(fact => fact.at <= to && matches(fact))
  const { facts } = yield* walk(timeline, { from, to, isDetailed: true, matches })
  return facts
}

function windowOf(
  { engine }: Timeline,
  filter: FactPattern | undefined,
  shownAt: Micros,
): [Micros, Micros] {
  const [from, to] = filter?.within ?? []
  return [engine.parseDuration(from) ?? 0, engine.parseDuration(to) ?? shownAt]
}

type ReportDoor = Pick<LaterDoor, 'matchPattern'> & Pick<AnswersDoor, 'reportOf'>

/** The report at an instant, whatever is shown. */
export function* reportAt(door: ReportDoor, timeline: Timeline, at: Micros): Work<Report> {
  const expected = timeline.scenario.expect ?? []
  const matchers = expected.map(door.matchPattern)
  const isDetailed = expected.some(({ fact }) => !isNotable(fact))
  const matches = (fact: Fact) => isMetered(fact) || matchers.some(isOne => isOne(fact))
  if (!isDetailed) return yield* reportOnKnown(door, timeline, { at, matches })
  const { machine, facts } = yield* walk(timeline, { from: 0, to: at, isDetailed, matches })
  return door.reportOf(machine, timeline.scenario, facts)
}

const metered: readonly FactKey[] = [
  'CapacityChanged',
  'VolumeGrew',
  'ClusterStopped',
  'ClusterStarted',
]

function isMetered({ fact }: Fact): boolean {
  return metered.includes(fact)
}

/** Notable facts are known as far as the branch is computed: only what comes later is walked. */
function* reportOnKnown(
  door: ReportDoor,
  timeline: Timeline,
  { at, matches }: { at: Micros; matches: (fact: Fact) => boolean },
): Work<Report> {
  const { facts, lastFact, horizon } = timeline.branch
  const known = facts.filter(fact => fact.at <= at && fact.id <= lastFact && matches(fact))
  const isNew = (fact: Fact) => fact.id > lastFact && matches(fact)
  const ahead = { from: horizon, to: at, isDetailed: false, matches: isNew }
  const walked = yield* walk(timeline, at <= horizon ? onlyState(at) : ahead)
  return door.reportOf(walked.machine, timeline.scenario, [...known, ...walked.facts])
}

/** Of the run as it stands; facts that are metered are notable, so that they are known. */
export function billNow(
  { billOf }: AnswersDoor,
  { branch, machine }: Timeline,
  request: BillRequest,
): BillAnswer {
  const at = machine.at()
  return billOf(
    machine,
    request,
    branch.facts.filter(fact => fact.at <= at && isMetered(fact)),
  )
}

export function* digestAt(door: LaterDoor, timeline: Timeline, at: Micros): Work<string> {
  const { machine } = yield* walk(timeline, onlyState(at))
  return door.digestOf(machine)
}

/** Replays the time before an instant in detail and asks the engine what led here. */
export function* whyAt(
  door: LaterDoor,
  timeline: Timeline,
  subject: SubjectId,
  at: Micros,
): Work<Cause[]> {
  const { branch } = timeline
  const from = Math.max(0, at - whyWindowMicros)
  const window = { from, to: at, isDetailed: true, matches: () => true }
  const { machine, facts } = yield* walk(timeline, window)
  const first = facts[0]?.id ?? Number.POSITIVE_INFINITY
  const earlier = branch.facts.filter(fact => fact.id < first && fact.at <= at)
  const known = [...earlier, ...facts]
  const causes = door.whyOf(machine, subject, known)
  return yield* withDecisions(door, timeline, { causes, facts: known, at })
}

/** Each needs the state of its instant. */
const mostDecisions = 3

/** Decisions on the way there are told with the numbers of their own instants. */
function* withDecisions(
  door: LaterDoor,
  timeline: Timeline,
  { causes, facts, at }: { causes: Cause[]; facts: Fact[]; at: Micros },
): Work<Cause[]> {
  const whole: Cause[] = []
  let decisions = 0
  for (const cause of causes) {
    whole.push(cause)
    const { key, fact, at: then } = cause
    const isEarlier = then !== null && then < at && fact !== null && door.isDecision(key)
    if (!isEarlier || decisions++ >= mostDecisions) continue
    const { machine } = yield* walk(timeline, onlyState(then))
    const numbers = door.whyDecision(machine, fact, facts)
    whole.push(...numbers.map(its => ({ ...its, depth: its.depth + cause.depth })))
  }
  return whole
}

export function summaryOf(
  { dollarsAt }: LaterDoor,
  timeline: Timeline,
  range: { from: Micros; to: Micros; bins: number },
): TimelineSummary {
  const { branch, branches, engine, machine, setup } = timeline
  const { horizon, chart, facts } = branch
  if (machine.at() >= horizon) noteCommits(chart, machine.latencies())
  const { bucketMicros } = engine
  const series = seriesOf(chart, { ...range, horizon, bucketMicros })
  return {
    marks: marksOf(facts),
    chart: { ...series, ...capacityOf(chart, setup, { series, dollarsAt }) },
    branches: branches.map(its => summaryOfBranch(its, branch.id, null)),
  }
}

/** A branch that was never computed has no figures; `cost` in dollars, where it was reckoned. */
export function summaryOfBranch(
  { id, from, horizon, figures }: Pick<BranchTrack, 'id' | 'from' | 'horizon' | 'figures'>,
  present: string,
  cost: string | null,
): BranchSummary {
  const named = { id, from, isPresent: id === present }
  return figures === null ? named : { ...named, at: horizon, figures: { ...figures, cost } }
}
