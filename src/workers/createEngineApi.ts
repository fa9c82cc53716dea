/**
 * The calls of the page, each in a line or a few: what moves the picture, what changes what
 * happens (commands alone), and what is asked, for which more is loaded.
 */
import type { Command, CommandOutcome } from '../engine/contract/commands.ts'
import type { DurationText, Micros, SpeedText } from '../engine/contract/units.ts'
import type { EngineApi, Opened, OpenOutcome } from './api.ts'
import type { AskingCalls } from './askingCalls.ts'
import type { Later } from './createLater.ts'
import { connectPort, sendFrame, whenSent } from './frameSender.ts'
import { instantOf } from './instantOf.ts'
import { openedOf, openFirst, type OpenedRun } from './openedRun.ts'
import { chooseSpeed, startPlaying } from './player.ts'
import { presentView } from './presentView.ts'
import { nextTick, wake } from './pump.ts'
import { seekTo } from './seekTo.ts'
import { beginMove, isQuiet, type Session, settle, standOf, takeUp } from './session.ts'
import { recordingOf } from './timeline.ts'
import { deferred, type Work } from './work.ts'

/** Loads what the opening does without, once; then it is at hand. */
type LoadLater = () => Promise<Later>

export function createEngineApi(session: Session, later: LoadLater): EngineApi {
  return {
    ...lookingCalls(session),
    ...changingCalls(session, later),
    ...loadedCalls(session, later),
  }
}

type Looking = 'play' | 'followPace' | 'pause' | 'seek' | 'cancelSeek' | 'recording'
type Changing = Exclude<keyof EngineApi, Looking | keyof AskingCalls>

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
    recording: async () => recordingOf(standOf(session).timeline),
  }
}

function changingCalls(session: Session, later: LoadLater): Pick<EngineApi, Changing> {
  return {
    open: (source, isPlayed = false) => {
      const load = async () => {
        const first = openFirst(session.engine, source)
        return first ?? (await later()).openForeign(source)
      }
      return open(session, later, load, isPlayed)
    },
    resume: (recording, view) =>
      open(session, later, async () => (await later()).openRecording(recording, view)),
    command: async (command, isApart) => give(session, await later(), command, isApart),
    switchBranch: async id => {
      const { switchTo } = await later()
      const { timeline } = standOf(session)
      const at = timeline.machine.at()
      if (!switchTo(timeline, id)) return
      await show(session, 'open', at)
    },
    connectFrames: async port => connectPort(session.sender, port),
    settled: () => settled(session),
  }
}

/** By name; each waits for what is loaded after the first picture. */
const asking: Record<keyof AskingCalls, true> = {
  step: true,
  until: true,
  describe: true,
  spacetime: true,
  knowledge: true,
  inside: true,
  facts: true,
  report: true,
  reportAt: true,
  digest: true,
  bill: true,
  why: true,
  link: true,
  timeline: true,
  readStatement: true,
  statements: true,
  sqlRows: true,
  sqlWords: true,
  settleSql: true,
  readInterleaving: true,
  compareBranches: true,
}

type AnyCall = (...given: unknown[]) => Promise<unknown>

function loadedCalls(session: Session, later: LoadLater): AskingCalls {
  const ask =
    (name: keyof AskingCalls): AnyCall =>
    async (...given) =>
      ((await later()).calls(session)[name] as AnyCall)(...given)
  const names = Object.keys(asking) as (keyof AskingCalls)[]
  return Object.fromEntries(names.map(name => [name, ask(name)])) as unknown as AskingCalls
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

/** Ends a seek or a search where it is; other moves go on. */
function cancelSeek(session: Session): void {
  const stand = standOf(session)
  const kind = stand.move?.kind
  if (kind !== 'seek' && kind !== 'until') return
  stand.move?.job.cancel()
  stand.move = null
  changed(session)
  wake(session.pump)
}

async function seek(
  session: Session,
  at: DurationText | Micros,
): Promise<{ at: Micros; isCancelled: boolean }> {
  const target = instantOf(session, at)
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

/** Of several runs asked for the last is open in the end, however long another took to load. */
async function open(
  session: Session,
  later: LoadLater,
  load: () => Promise<OpenedRun>,
  isPlayed = false,
): Promise<OpenOutcome> {
  const order = ++session.lastAsked
  const opened = await load()
  if (!opened.ok) return opened
  await session.engine.prepare(opened.run.setup)
  if (order < session.lastOpened) return { ok: true, opened: presentlyOpen(session) }
  session.lastOpened = order
  const { run, view } = opened
  const { timeline, player } = takeUp(session, run)
  if (view.speed !== null) chooseSpeed(player, session.engine, view.speed)
  const shown = show(session, 'open', view.at)
  standOf(session).isPlayWanted = isPlayed
  await shown
  // After the picture, so that all is there when the network is not; whoever needs it tries
  // again, and is told when it still fails.
  later().catch(() => undefined)
  return { ok: true, opened: openedOf(run, recordingOf(timeline), view) }
}

/** What is open, for one who asked for another run before it. */
function presentlyOpen(session: Session): Opened {
  const { timeline } = standOf(session)
  return openedOf(timeline, recordingOf(timeline), presentView(session))
}

/** Gives a command at the instant shown; a stretch that is gone over again is finished first. */
async function give(
  session: Session,
  { giveCommand }: Later,
  command: Command,
  isApart?: boolean,
): Promise<CommandOutcome & { at: Micros; branch: string }> {
  while (standOf(session).move !== null && isQuiet(session)) await nextTick(session.pump)
  const { timeline, player } = standOf(session)
  const { outcome, at } = giveCommand(timeline, command, isApart)
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
