/**
 * Steps, searches, questions and links: the calls of the page that wait for what is loaded after
 * the first picture.
 */
import type { Cause } from '../engine/contract/cause.ts'
import type { ActorId, SubjectId } from '../engine/contract/ids.ts'
import type { Inside, InsideSubject } from '../engine/contract/inside.ts'
import type { Knowledge } from '../engine/contract/knowledge.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { SpacetimeAnswer, SpacetimeQuestion } from '../engine/contract/spacetime.ts'
import type { DurationText, Micros } from '../engine/contract/units.ts'
import type { EngineApi, TimelineSummary, UntilOutcome } from './api.ts'
import type { LaterDoor } from './engineDoor.ts'
import { whenSent } from './frameSender.ts'
import { instantOf } from './instantOf.ts'
import { lastInstant } from './player.ts'
import { presentView } from './presentView.ts'
import { addQuestion, nextTick } from './pump.ts'
import { billNow, digestAt, factsOf, reportAt, summaryOf, whyAt } from './questions.ts'
import { runUntilFact, stepBy } from './searches.ts'
import { runUntilSettled } from './runUntilSettled.ts'
import { beginMove, isQuiet, type Session, standOf } from './session.ts'
import { recordingOf } from './timeline.ts'
import { createJob, type Work } from './work.ts'

type Asking =
  | ('step' | 'until' | 'facts' | 'bill' | 'report' | 'reportAt' | 'digest' | 'why')
  | ('statements' | 'sqlRows' | 'sqlWords' | 'settleSql' | 'readInterleaving')
  | (
      | 'describe'
      | 'spacetime'
      | 'knowledge'
      | 'inside'
      | 'link'
      | 'timeline'
      | 'compareBranches'
      | 'readStatement'
    )

export type AskingCalls = Pick<EngineApi, Asking>

export function askingCalls(session: Session, door: LaterDoor): AskingCalls {
  const shown = () => standOf(session).timeline
  return {
    step: kind => step(session, kind),
    until: (pattern, options = {}) => until(session, door, { pattern, ...options }),
    facts: filter => ask(session, at => factsOf(door, shown(), filter, at)),
    report: async () => {
      const answers = { ...door, ...(await door.loadAnswers()) }
      return ask(session, at => reportAt(answers, shown(), at))
    },
    reportAt: async at => {
      const answers = { ...door, ...(await door.loadAnswers()) }
      return ask(session, () => reportAt(answers, shown(), instantOf(session, at)))
    },
    bill: async request => {
      const answers = await door.loadAnswers()
      return ask(session, () => atOnce(() => billNow(answers, shown(), request)))
    },
    digest: () => ask(session, at => digestAt(door, shown(), at)),
    why: subject => why(session, door, subject),
    spacetime: question => spacetime(session, door, question),
    knowledge: actor => knowledge(session, door, actor),
    inside: subject => inside(session, door, subject),
    describe: async () => door.describe(session.stand?.timeline.setup ?? null),
    link: async (view = {}) =>
      door.encodeLink(recordingOf(shown()), { ...presentView(session), ...view }),
    timeline: range => timeline(session, door, range),
    readStatement: async (text, on) => door.readStatement(shown().machine, text, on),
    statements: () => ask(session, () => atOnce(() => door.statementsOf(shown().machine))),
    sqlRows: question => ask(session, () => atOnce(() => door.sqlRows(shown().machine, question))),
    sqlWords: () => ask(session, () => atOnce(() => door.sqlWords(shown().machine))),
    settleSql: limit => settleSql(session, door, limit),
    readInterleaving: async text => door.readInterleaving(text),
    compareBranches: async () => {
      const { branchesAt } = await import('./branchesAt.ts')
      return ask(session, at => branchesAt(shown(), at))
    },
  }
}

async function timeline(
  session: Session,
  door: LaterDoor,
  range: { from: Micros; to: Micros; bins: number },
): Promise<TimelineSummary> {
  const { dollarSeries, moreSeries } = await import('./moreSeries.ts')
  const { timeline: shown } = standOf(session)
  const summary = summaryOf(door, shown, range)
  if (range.bins <= 1) return summary
  const { branch, setup } = shown
  const more = moreSeries(branch, setup, summary.chart)
  const dollars = dollarSeries(branch, setup, summary.chart)
  return { ...summary, chart: { ...summary.chart, dollars, more } }
}

async function spacetime(
  session: Session,
  door: LaterDoor,
  question: SpacetimeQuestion,
): Promise<SpacetimeAnswer> {
  const [{ spacetimeAt }, record] = await Promise.all([
    import('./spacetimeAt.ts'),
    door.loadRecorder(),
  ])
  return ask(session, () => spacetimeAt(record, standOf(session).timeline, question))
}

/** Of a point of a chart by what was so in its bin, of anything else as it is now. */
async function why(session: Session, door: LaterDoor, subject: SubjectId): Promise<Cause[]> {
  const shown = () => standOf(session).timeline
  if (!subject.startsWith('point:')) return ask(session, at => whyAt(door, shown(), subject, at))
  const [{ pointAt }, points] = await Promise.all([import('./pointAt.ts'), door.loadPoints()])
  return ask(session, () => pointAt({ later: door, points }, shown(), subject))
}

async function knowledge(
  session: Session,
  door: LaterDoor,
  actor: ActorId,
): Promise<Knowledge | null> {
  const [{ knowledgeAt }, hearAt] = await Promise.all([import('./knowledgeAt.ts'), door.loadEars()])
  return ask(session, at => knowledgeAt(hearAt, standOf(session).timeline, actor, at))
}

async function inside(
  session: Session,
  door: LaterDoor,
  subject: InsideSubject,
): Promise<Inside | null> {
  const [{ insideAt }, look] = await Promise.all([import('./insideAt.ts'), door.loadInsides()])
  return ask(session, at => insideAt(look, standOf(session).timeline, subject, at))
}

/** Takes no events. */
// biome-ignore lint/correctness/useYield: an answer that is there at once is a work too.
function* atOnce<Result>(answer: () => Result): Work<Result> {
  return answer()
}

async function settleSql(
  session: Session,
  door: LaterDoor,
  wished: DurationText | undefined,
): Promise<{ isSettled: boolean }> {
  const { timeline } = standOf(session)
  const limit = untilLimit(session, wished)
  const work = runUntilSettled(door, timeline, limit)
  const cancelled = () => ({ isSettled: door.sqlState(timeline.machine).isSettled })
  const outcome = await beginMove(session, 'until', { target: limit, work, cancelled })
  await whenSent(session.sender)
  return outcome
}

async function step(session: Session, kind: 'event' | 'message' | 'fact'): Promise<void> {
  const work = stepBy(standOf(session).timeline, kind)
  await beginMove(session, 'step', { target: 0, work, cancelled: () => undefined })
  await whenSent(session.sender)
}

async function until(
  session: Session,
  door: LaterDoor,
  wish: { pattern: FactPattern; limit?: DurationText },
): Promise<UntilOutcome> {
  const { pattern } = wish
  // A pattern that means nothing is refused before anything moves.
  door.matchPattern(pattern)
  const limit = untilLimit(session, wish.limit)
  const stand = standOf(session)
  const { timeline, foundFact } = stand
  const work = runUntilFact(door, timeline, { pattern, limit, after: foundFact })
  const cancelled = (): UntilOutcome => ({ found: false, at: timeline.machine.at(), limit })
  const outcome = await beginMove(session, 'until', { target: limit, work, cancelled })
  if (outcome.found) stand.foundFact = outcome.fact.id
  await whenSent(session.sender)
  return outcome
}

/** As far as `until` looks: a minute on, and at least to the end of the scenario. */
function untilLimit(session: Session, limit: DurationText | undefined): Micros {
  const { timeline } = standOf(session)
  if (limit !== undefined) return instantOf(session, limit)
  const ahead = Math.max(timeline.machine.at() + 60_000_000, timeline.setup.untilMicros)
  return Math.min(ahead, lastInstant(timeline))
}

/** A question about what is shown: it waits for the picture to be where it was sent. */
async function ask<Result>(
  session: Session,
  question: (at: Micros) => Work<Result>,
): Promise<Result> {
  while (standOf(session).move !== null && isQuiet(session)) await nextTick(session.pump)
  const cancelled = () => {
    throw new Error('another run was opened before the answer was found')
  }
  const work = question(standOf(session).timeline.machine.at())
  const { job, promise } = createJob(work, cancelled)
  addQuestion(session.pump, job)
  return promise
}
