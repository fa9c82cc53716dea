/**
 * What the page talks to: one run, what moves its picture, and the questions about it. A session
 * stamps commands with the instant shown; it decides when something is computed, never what.
 */
import type { FactId, Micros } from '../engine/contract/units.ts'
import type { FramePacket, Playback } from './api.ts'
import type { EngineDoor } from './engineDoor.ts'
import { createFrameSender, type FrameSender, offerFrame, sendFrame } from './frameSender.ts'
import {
  createPlayer,
  lastInstant,
  nextTarget,
  type Player,
  playTo,
  settleTick,
  speedAt,
  startPlaying,
} from './player.ts'
import { createPump, type Pump, type Scheduler, wake } from './pump.ts'
import { reachedSpeed } from './reachedSpeed.ts'
import { createTimeline, type Run, type Timeline } from './timeline.ts'
import { createJob, type Job, runSlice, type Ticket, type Work } from './work.ts'

/** Something other than playing that moves the picture. */
export interface Move {
  job: Job
  kind: 'open' | 'seek' | 'step' | 'until'
  target: Micros
  startedAt: Micros
  startedAtMillis: number
}

/** The run that is open. */
export interface Stand {
  timeline: Timeline
  player: Player
  move: Move | null
  /** Start playing when the move is over. */
  isPlayWanted: boolean
  /** The instant of the last frame. */
  sentAt: Micros
  /** The last fact that `until` stopped at. */
  foundFact: FactId
}

export interface Session {
  engine: EngineDoor
  scheduler: Scheduler
  pump: Pump
  sender: FrameSender
  stand: Stand | null
  /** Runs that were asked for are numbered: the last one asked for, and the one that is open. */
  lastAsked: number
  lastOpened: number
  settling: { resolve: (value: void) => void }[]
}

/** Opening shows nothing for so long; then the picture runs along. */
const quietMillis = 500

export function createSession(engine: EngineDoor, scheduler: Scheduler): Session {
  const session: Session = {
    engine,
    scheduler,
    pump: createPump(
      scheduler,
      () => moveOn(session),
      () => afterTick(session),
    ),
    sender: createFrameSender(buffer => packetOf(session, buffer), scheduler.clock),
    stand: null,
    lastAsked: 0,
    lastOpened: 0,
    settling: [],
  }
  return session
}

/** Puts another run in the place of the one that is open. */
export function takeUp(session: Session, run: Run): Stand {
  const { engine, stand, pump } = session
  const timeline = createTimeline(engine, run)
  stand?.move?.job.cancel()
  for (const job of pump.questions.splice(0)) job.cancel()
  const player = createPlayer(engine, timeline)
  session.stand = { timeline, player, move: null, isPlayWanted: false, sentAt: -1, foundFact: 0 }
  return session.stand
}

export function standOf({ stand }: Session): Stand {
  if (stand === null) throw new Error('nothing is open yet: open a scenario first')
  return stand
}

/** Begins a move; one that is under way ends where it is. */
export function beginMove<Result>(
  session: Session,
  kind: Move['kind'],
  plan: { target: Micros; work: Work<Result>; cancelled: () => Result },
): Promise<Result> {
  const stand = standOf(session)
  stand.move?.job.cancel()
  const { job, promise }: Ticket<Result> = createJob(plan.work, plan.cancelled)
  const startedAtMillis = session.scheduler.clock()
  const startedAt = stand.timeline.machine.at()
  stand.move = { job, kind, target: plan.target, startedAt, startedAtMillis }
  stand.player.isPlaying = false
  stand.isPlayWanted = false
  wake(session.pump)
  return promise
}

/** One slice of what moves the picture; true = go on at once, false = later, null = nothing. */
function moveOn(session: Session): boolean | null {
  const { stand, scheduler } = session
  if (stand === null) return null
  if (stand.move !== null) return sliceMove(session, stand)
  if (!stand.player.isPlaying) return null
  const { timeline, player } = stand
  const target = nextTarget(player, scheduler.clock())
  const isReached = runSlice(playTo(timeline, target), scheduler.clock) !== null
  settleTick(player, timeline, scheduler.clock())
  if (timeline.machine.at() !== stand.sentAt || !player.isPlaying) session.sender.isDue = true
  return player.isPlaying ? !isReached : null
}

function sliceMove(session: Session, stand: Stand): boolean {
  const { scheduler, sender } = session
  const { move, timeline, player } = stand
  sender.isDue = true
  if (!move?.job.slice(scheduler.clock)) return true
  stand.move = null
  if (stand.isPlayWanted) startPlaying(player, timeline, scheduler.clock())
  return stand.isPlayWanted
}

/** While what was computed before is gone over, the picture stands still. */
export function isQuiet({ stand, scheduler }: Session): boolean {
  if (stand === null) return true
  const { move, timeline } = stand
  if (move === null) return false
  const { horizon } = timeline.branch
  const isKnown = (move.kind === 'seek' || move.kind === 'open') && move.target <= horizon
  if (isKnown || timeline.machine.at() < horizon) return true
  return move.kind === 'open' && scheduler.clock() - move.startedAtMillis < quietMillis
}

function afterTick(session: Session): void {
  const { stand, sender } = session
  if (stand === null || isQuiet(session)) return
  const isMoving = stand.move !== null || stand.player.isPlaying
  if (isMoving) offerFrame(sender)
  else sendFrame(sender)
  if (!isMoving) settle(session)
}

/** Tells those who wait for the picture to stand still. */
export function settle(session: Session): void {
  for (const waiter of session.settling.splice(0)) waiter.resolve()
}

function packetOf(session: Session, buffer: ArrayBuffer): FramePacket | null {
  const { stand } = session
  if (stand === null || isQuiet(session)) return null
  const { machine } = stand.timeline
  stand.sentAt = machine.at()
  const frame = machine.frame()
  return {
    frame,
    faultCount: frame.faults.length,
    moving: machine.moving(buffer),
    playback: playbackOf(stand),
  }
}

export function playbackOf(stand: Stand): Playback {
  const { timeline, player } = stand
  const { machine, branch, setup } = timeline
  return {
    at: machine.at(),
    horizon: branch.horizon,
    end: setup.untilMicros,
    last: lastInstant(timeline),
    isPlaying: player.isPlaying || stand.isPlayWanted,
    speed: speedAt(player, machine.at()),
    isPaced: player.chosen === null,
    reachedSpeed: player.isPlaying ? reachedSpeed(player.reached) : 0,
    seeking: seekingOf(stand),
    branch: branch.id,
    stoppedBy: machine.broken(),
  }
}

function seekingOf({ move, timeline }: Stand): Playback['seeking'] {
  if (move === null || (move.kind !== 'seek' && move.kind !== 'open')) return null
  const { target, startedAt } = move
  const way = Math.max(1, target - startedAt)
  const progress = Math.min(1, Math.max(0, (timeline.machine.at() - startedAt) / way))
  return { target, progress }
}
