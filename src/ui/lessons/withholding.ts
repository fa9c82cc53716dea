/**
 * The one list of what the engine can tell the page, and how each answer is kept from giving an
 * outcome away while a lesson waits for a prediction: nothing later than the withheld instant is
 * played, sought, listed, drawn or explained. Frames are kept back by `receiveFrame`.
 */
import type { Micros } from '../../engine/contract/units.ts'
import type {
  BranchSummary,
  CapacitySeries,
  ChartSeries,
  TimelineSummary,
} from '../../workers/api.ts'
import { announce } from '../store/announce.ts'
import { type Engine, engineStore } from '../store/engineStore.ts'
import { lessonStore } from './lessonStore.ts'
import { withheldAfter } from '../store/withheldAfter.ts'

export const refusal = 'The lesson holds back what comes next: first say what you expect.'

function shownAt(): Micros {
  return engineStore.getState().playback?.at ?? 0
}

/** To the ear by the page, to the eye beside the question. */
function refuse(): void {
  announce(refusal)
  lessonStore.setState(({ refusals }) => ({ refusals: refusals + 1 }))
}

/** True when one may go on; otherwise it is told why not. */
function mayGoOn(after: Micros): boolean {
  if (shownAt() < after) return true
  refuse()
  return false
}

/** Instants of the page are numbers; a text could be any. */
function allowed(at: Micros | string, after: Micros): Micros {
  if (typeof at === 'number' && at <= after) return at
  refuse()
  return after
}

/** A point of a chart is asked about by its stretch; anything else as it is now. */
function endOf(subject: string): Micros {
  return Number(/^point:\d+-(\d+)/.exec(subject)?.[1] ?? 0)
}

type Gates = { [Call in keyof Engine]: 'free' | ((engine: Engine, after: Micros) => Engine[Call]) }

/** `free`: nothing of the run comes back, or only what is shown already. */
const gates: Gates = {
  describe: 'free',
  readStatement: 'free',
  open: 'free',
  resume: 'free',
  command: 'free',
  followPace: 'free',
  pause: 'free',
  cancelSeek: 'free',
  digest: 'free',
  bill: 'free',
  link: 'free',
  recording: 'free',
  switchBranch: 'free',
  settled: 'free',
  statements: (engine, after) => async () =>
    (await engine.statements()).filter(({ submittedAt }) => submittedAt <= after),
  sqlRows: (engine, after) => async question => {
    const answer = await engine.sqlRows(question)
    return shownAt() > after ? { ...answer, rows: [] } : answer
  },
  sqlWords: 'free',
  readInterleaving: 'free',
  settleSql: () => () => Promise.reject(new Error(refusal)),
  play: (engine, after) => async speed => {
    if (mayGoOn(after)) await engine.play(speed)
  },
  seek: (engine, after) => at => engine.seek(allowed(at, after)),
  step: (engine, after) => async kind => {
    if (mayGoOn(after)) await engine.step(kind)
  },
  until: () => () => Promise.reject(new Error(refusal)),
  facts: (engine, after) => async filter =>
    (await engine.facts(filter)).filter(({ at }) => at <= after),
  report: (engine, after) => () => engine.reportAt(Math.min(shownAt(), after)),
  reportAt: (engine, after) => at => engine.reportAt(allowed(at, after)),
  why: (engine, after) => async subject =>
    Math.max(shownAt(), endOf(subject)) > after ? [] : engine.why(subject),
  knowledge: (engine, after) => async actor => (shownAt() > after ? null : engine.knowledge(actor)),
  inside: (engine, after) => async subject => (shownAt() > after ? null : engine.inside(subject)),
  spacetime: (engine, after) => question =>
    engine.spacetime({
      from: Math.min(question.from, after),
      to: Math.min(question.to, after),
      at: Math.min(question.at, after),
    }),
  compareBranches: (engine, after) => async () =>
    shownAt() > after ? [] : engine.compareBranches(),
  timeline: (engine, after) => async range => withholdTimeline(await engine.timeline(range), after),
}

/** The engine as the page asks it: while something is withheld, through its gate. */
export function withholding(engine: Engine): Engine {
  const gated = (name: keyof Engine) => {
    const after = withheldAfter()
    const gate = gates[name]
    return after === null || gate === 'free' ? engine[name] : gate(engine, after)
  }
  return new Proxy(engine, { get: (_, name) => gated(name as keyof Engine) })
}

export function withholdTimeline(summary: TimelineSummary, after: Micros): TimelineSummary {
  const marks = summary.marks
    .filter(({ at }) => at <= after)
    .map(mark => (mark.until !== null && mark.until > after ? { ...mark, until: null } : mark))
  const branches = summary.branches.map(branch => withholdBranch(branch, after))
  return { marks, branches, chart: withholdChart(summary.chart, after) }
}

/** What a branch came to says how it ended. */
function withholdBranch({ id, from, isPresent, ...rest }: BranchSummary, after: Micros) {
  const named = { id, from, isPresent }
  return rest.at !== undefined && rest.at <= after ? { ...named, ...rest } : named
}

/** Bins that end later are empty. */
function withholdChart(chart: ChartSeries, after: Micros): ChartSeries {
  const { from, binMicros, capacity, dollars, more } = chart
  const early = <Value>(values: (Value | null)[]) =>
    values.map((value, index) => (from + (index + 1) * binMicros > after ? null : value))
  const earlyCapacity = ({ instance, acu, need, phase }: CapacitySeries): CapacitySeries => ({
    instance,
    acu: early(acu),
    need: early(need),
    ...(phase && { phase: early(phase) }),
  })
  return {
    from,
    binMicros,
    commitsPerSecond: early(chart.commitsPerSecond),
    latencyP50Micros: early(chart.latencyP50Micros),
    latencyP99Micros: early(chart.latencyP99Micros),
    ...(capacity && { capacity: capacity.map(earlyCapacity) }),
    ...(dollars && { dollars: early(dollars) }),
    ...(more && { more: more.map(each => ({ ...each, values: early(each.values) })) }),
  }
}
