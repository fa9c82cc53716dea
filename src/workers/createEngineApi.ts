/**
 * The calls of the page, each in a line or a few: what moves the picture, what changes what
 * happens (commands alone), and what is asked.
 */
import type { Command, CommandOutcome } from '../engine/contract/commands.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { View } from '../engine/contract/recording.ts'
import type { DurationText, Micros, SpeedText } from '../engine/contract/units.ts'
import type { EngineApi, OpenOutcome, UntilOutcome } from './api.ts'
import type { Later } from './createLater.ts'
import { switchTo, giveCommand } from './fork.ts'
import { connectPort, sendFrame, whenSent } from './frameSender.ts'
import { openedOf, openFirst, type OpenedRun } from './openedRun.ts'
import { chooseSpeed, lastInstant, speedAt, startPlaying } from './player.ts'
import { addQuestion, nextTick, wake } from './pump.ts'
import { seekTo } from './seekTo.ts'
import { beginMove, isQuiet, type Session, settle, standOf, takeUp } from './session.ts'
import { recordingOf } from './timeline.ts'
import { createJob, deferred, type Work } from './work.ts'

export function createEngineApi(session: Session): EngineApi {
  return { ...lookingCalls(session), ...changingCalls(session), ...askingCalls(session) }
}

type Looking = 'play' | 'followPace' | 'pause' | 'seek' | 'cancelSeek' | 'step' | 'until'
type Changing = 'open' | 'resume' | 'command' | 'switchBranch' | 'connectFrames' | 'settled'

function lookingCalls(session: Session): Pick<EngineApi, Looking> {
  return {
    play: async speed => play(session, speed),
    followPace: async () => {
      chooseSpeed(standOf(session).player, session.engine, null)
      changed(session)
    },
    pause: async () => pause(session),
    seek: at => seek(session, at),
    cancelSeek: async () => cancelSeek(session),
    step: async kind => {
      const { stepBy } = await session.later()
      const work = stepBy(standOf(session).timeline, kind)
      await beginMove(session, 'step', { target: 0, work, cancelled: () => undefined })
      await whenSent(session.sender)
    },
    until: async (pattern, options = {}) => {
      const later = await session.later()
      later.matchPattern(pattern)
      return until(session, later, { pattern, limit: untilLimit(session, options.limit) })
    },
  }
}

function changingCalls(session: Session): Pick<EngineApi, Changing> {
  return {
    open: async source => {
      const first = openFirst(session.engine, source)
      return open(session, first ?? (await session.later()).openForeign(source))
    },
    resume: async (recording, view) =>
      open(session, (await session.later()).openRecording(recording, view)),
    command: command => give(session, command),
    switchBranch: async id => {
      const { timeline } = standOf(session)
      const at = timeline.machine.at()
      if (!switchTo(timeline, id)) return
      await show(session, 'open', at)
    },
    connectFrames: async port => connectPort(session.sender, port),
    settled: () => settled(session),
  }
}

function askingCalls(session: Session): Omit<EngineApi, Looking | Changing> {
  const { later } = session
  const shown = () => standOf(session).timeline
  return {
    describe: async () => (await later()).describe(session.stand?.timeline.setup ?? null),
    facts: filter => ask(session, ({ factsOf }, at) => factsOf(shown(), filter, at)),
    report: () => ask(session, ({ reportAt }, at) => reportAt(shown(), at)),
    reportAt: at => ask(session, ({ reportAt }) => reportAt(shown(), instant(session, at))),
    digest: () => ask(session, ({ digestAt }, at) => digestAt(shown(), at)),
    why: subject => ask(session, ({ whyAt }, at) => whyAt(shown(), subject, at)),
    link: async (view = {}) => {
      const { encodeLink } = await later()
      return encodeLink(recordingOf(shown()), { ...presentView(session), ...view })
    },
    recording: async () => recordingOf(shown()),
    timeline: async range => (await later()).summaryOf(shown(), range),
  }
}

/** Something that the next frame has to show. */
function changed(session: Session): void {
  session.sender.isDue = true
  sendFrame(session.sender)
}

function play(session: Session, speed: SpeedText | undefined): void {
  const stand = standOf(session)
  if (speed !== undefined) chooseSpeed(stand.player, session.engine, speed)
  if (stand.move !== null) stand.isPlayWanted = true
  else startPlaying(stand.player, stand.timeline, session.scheduler.clock())
  changed(session)
  wake(session.pump)
}

function pause(session: Session): void {
  const stand = standOf(session)
  stand.player.isPlaying = false
  stand.isPlayWanted = false
  changed(session)
  wake(session.pump)
}

/** Ends a seek where it is; other moves go on. */
function cancelSeek(session: Session): void {
  const stand = standOf(session)
  if (stand.move?.kind !== 'seek') return
  stand.move.job.cancel()
  stand.move = null
  changed(session)
  wake(session.pump)
}

/** An instant as text or number, within what can be looked at. */
function instant(session: Session, at: DurationText | Micros): Micros {
  const micros = typeof at === 'number' ? at : session.engine.parseDuration(at)
  const latest = lastInstant(standOf(session).timeline)
  if (micros !== null && Number.isInteger(micros) && micros >= 0 && micros <= latest) return micros
  const rule = `an instant from "0s" to "${latest / 1_000_000}s", as "1.5ms" or "60s"`
  throw new RangeError(`${JSON.stringify(at)} is not ${rule}`)
}

async function seek(
  session: Session,
  at: DurationText | Micros,
): Promise<{ at: Micros; isCancelled: boolean }> {
  const target = instant(session, at)
  const isCancelled = await show(session, 'seek', target)
  return { at: standOf(session).timeline.machine.at(), isCancelled }
}

/** Moves to an instant and waits for its picture; true when another wish came between. */
async function show(session: Session, kind: 'seek' | 'open', target: Micros): Promise<boolean> {
  const stand = standOf(session)
  const { timeline } = stand
  stand.foundFact = 0
  const reached = function* (): Work<boolean> {
    yield* seekTo(timeline, target)
    return false
  }
  const plan = { target, work: reached(), cancelled: () => true }
  const isCancelled = await beginMove(session, kind, plan)
  if (!isCancelled) await whenSent(session.sender)
  return isCancelled
}

/** As far as `until` looks: a minute on, and at least to the end of the scenario. */
function untilLimit(session: Session, limit: DurationText | undefined): Micros {
  const { timeline } = standOf(session)
  if (limit !== undefined) return instant(session, limit)
  const ahead = Math.max(timeline.machine.at() + 60_000_000, timeline.setup.untilMicros)
  return Math.min(ahead, lastInstant(timeline))
}

async function until(
  session: Session,
  later: Later,
  { pattern, limit }: { pattern: FactPattern; limit: Micros },
): Promise<UntilOutcome> {
  const stand = standOf(session)
  const { timeline, foundFact } = stand
  const work = later.runUntilFact(timeline, { pattern, limit, after: foundFact })
  const cancelled = (): UntilOutcome => ({ found: false, at: timeline.machine.at(), limit })
  const outcome = await beginMove(session, 'until', { target: limit, work, cancelled })
  if (outcome.found) stand.foundFact = outcome.fact.id
  await whenSent(session.sender)
  return outcome
}

async function open(session: Session, opened: OpenedRun): Promise<OpenOutcome> {
  if (!opened.ok) return opened
  const { run, view } = opened
  const { timeline, player } = takeUp(session, run)
  if (view.speed !== null) chooseSpeed(player, session.engine, view.speed)
  await show(session, 'open', view.at)
  loadAhead(session)
  return { ok: true, opened: openedOf(run, recordingOf(timeline), view) }
}

/** After the picture, so that all is there when the network is not. */
function loadAhead({ later }: Session): void {
  // Whoever needs it tries again, and is told when it still fails.
  later().catch(() => undefined)
}

/** Gives a command at the instant shown; a stretch that is gone over again is finished first. */
async function give(
  session: Session,
  command: Command,
): Promise<CommandOutcome & { at: Micros; branch: string }> {
  while (standOf(session).move !== null && isQuiet(session)) await nextTick(session.pump)
  const { timeline, player } = standOf(session)
  const { outcome, at } = giveCommand(timeline, command)
  player.position = Math.max(player.position, at)
  changed(session)
  return { ...outcome, at, branch: timeline.branch.id }
}

async function settled(session: Session): Promise<void> {
  const waiter = deferred<void>()
  session.settling.push(waiter)
  const { stand } = session
  if (stand === null || (stand.move === null && !stand.player.isPlaying)) settle(session)
  await waiter.promise
  await whenSent(session.sender)
}

function presentView(session: Session): View {
  const { timeline, player } = standOf(session)
  const at = timeline.machine.at()
  return { at, speed: player.chosen === null ? null : speedAt(player, at), selection: null }
}

/** A question about what is shown: it waits for the picture to be where it was sent. */
async function ask<Result>(
  session: Session,
  question: (later: Later, at: Micros) => Work<Result>,
): Promise<Result> {
  const later = await session.later()
  while (standOf(session).move !== null && isQuiet(session)) await nextTick(session.pump)
  const cancelled = () => {
    throw new Error('another run was opened before the answer was found')
  }
  const work = question(later, standOf(session).timeline.machine.at())
  const { job, promise } = createJob(work, cancelled)
  addQuestion(session.pump, job)
  return promise
}
