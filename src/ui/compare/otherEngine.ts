/**
 * The second engine: it opens the other side, is given what the run on the stage is given, and is
 * sought to the instant that is shown there, again and again. One turn at a time, each to its end.
 */
import type { StampedCommand } from '../../engine/contract/commands.ts'
import type { OtherSide } from '../../engine/contract/compare.ts'
import type { Recording } from '../../engine/contract/recording.ts'
import type { OpenOutcome } from '../../workers/api.ts'
import { say } from '../../words/say.ts'
import { connectEngine, type EngineConnection } from '../engine/connectEngine.ts'
import { openLab } from '../engine/openLab.ts'
import { type Engine, engineStore } from '../store/engineStore.ts'
import { speedNumber } from '../store/speedNumber.ts'
import { closed, compareStore } from './compareStore.ts'

/** Sooner than this it is not said that the other side is computing. */
const patienceMillis = 200

interface Follower {
  connection: EngineConnection
  stop: () => void
  isBusy: boolean
  isWanted: boolean
  /** What the other side was made of: another one is made when it is not so any more. */
  madeOf: string
  revision: number
  /** So many commands of the branch have been given to both. */
  passed: number
  /** Where the other side stands, or is sought to. */
  target: number
}

let follower: Follower | null = null

export function startFollowing(wish: string | null): void {
  const connection = connectEngine({
    onFrame: ({ frame, moving, playback }) => compareStore.setState({ frame, moving, playback }),
    onConnection: noteConnection,
  })
  const stop = engineStore.subscribe(wake)
  const counts = { madeOf: '', revision: -1, passed: 0, target: -1 }
  follower = { connection, stop, isBusy: false, isWanted: false, ...counts }
  compareStore.setState({ ...closed, wish, engine: connection.engine })
  wake()
}

/** Another worker has taken the run up where the one that died stood. */
function noteConnection(state: 'live' | 'lost' | 'resumed'): void {
  if (state === 'lost') compareStore.setState({ isLate: true })
  if (state !== 'resumed' || follower === null) return
  follower.target = -1
  wake()
}

/** The worker ends with the comparison. */
export function stopFollowing(): void {
  follower?.stop()
  follower?.connection.end()
  follower = null
  compareStore.setState(closed)
}

export function chooseSide(wish: string): void {
  compareStore.setState({ wish, problems: [], refused: [], leftOut: [] })
  if (follower) follower.madeOf = ''
  wake()
}

function shownAt(): number {
  return engineStore.getState().frame?.at ?? 0
}

/** Going back while it computes ahead: what it computes is not wanted any more. */
function wake(): void {
  if (follower === null) return
  follower.isWanted = true
  if (!follower.isBusy) void takeTurns(follower)
  else if (shownAt() < follower.target) void follower.connection.engine.cancelSeek()
}

async function takeTurns(own: Follower): Promise<void> {
  own.isBusy = true
  while (own.isWanted && follower === own) {
    own.isWanted = false
    await takeTurn(own).catch(failed)
  }
  own.isBusy = false
}

function failed(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  compareStore.setState({ stage: 'failed', problems: [{ path: '', message, allowed: null }] })
}

async function takeTurn(own: Follower): Promise<void> {
  const { engine, opened, frame } = engineStore.getState()
  if (engine === null || opened === null || frame === null) return
  await makeSide(own, engine)
  if (compareStore.getState().stage !== 'open' || follower !== own) return
  await passOn(own, engine)
  await seekTo(own, shownAt())
}

function placeOfRun(): string {
  const { opened, playback } = engineStore.getState()
  const { wish } = compareStore.getState()
  return JSON.stringify([opened?.scenario.name, opened?.recording.seed, playback?.branch, wish])
}

let lastOpened: unknown = null

/**
 * Another story, branch or wish: the other side is made anew. A command may make one possible, and
 * a lost zone asks for an answer of its own.
 */
async function makeSide(own: Follower, engine: Engine): Promise<void> {
  const { opened, revision } = engineStore.getState()
  const place = placeOfRun()
  const { wish, stage, sides } = compareStore.getState()
  const isOpen = stage !== 'none' && sides.length > 0 && wish !== 'threeOfFour'
  const isOther = !isOpen && own.revision !== revision
  if (place === own.madeOf && opened === lastOpened && !isOther) return
  own.madeOf = place
  lastOpened = opened
  own.revision = revision
  compareStore.setState({ stage: wish === null ? 'idle' : 'opening', frame: null })
  const recording = await engine.recording()
  const found = (await openLab().otherSides(recording).answer) ?? []
  compareStore.setState({ sides: found })
  if (wish === null || follower !== own) return
  await openSide(own, recording, { wish, side: found.find(({ preset }) => preset === wish) })
}

async function openSide(
  own: Follower,
  recording: Recording,
  { wish, side }: { wish: string; side: OtherSide | undefined },
): Promise<void> {
  if (side?.recording === null) {
    compareStore.setState({ stage: 'none' })
    return
  }
  const { engine } = own.connection
  const view = { at: shownAt(), speed: null, selection: null }
  const other = side?.recording
  const outcome = other ? await engine.resume(other, view) : await engine.open(wish)
  own.passed = other ? commandsOf(recording).length : 0
  own.target = other ? view.at : -1
  own.revision = -1
  showOutcome(outcome, side?.leftOut ?? [])
}

function showOutcome(outcome: OpenOutcome, leftOut: OtherSide['leftOut']): void {
  if (outcome.ok) {
    const { title } = outcome.opened.scenario
    compareStore.setState({ stage: 'open', title, problems: [], leftOut, refused: [] })
  } else {
    compareStore.setState({ stage: 'failed', problems: outcome.problems })
  }
}

function commandsOf({ branch, branches }: Recording): StampedCommand[] {
  return branches.find(({ id }) => id === branch)?.commands ?? []
}

/** What was given to the run on the stage since, at the same instants. */
async function passOn(own: Follower, engine: Engine): Promise<void> {
  const { revision } = engineStore.getState()
  if (revision === own.revision) return
  own.revision = revision
  const commands = commandsOf(await engine.recording())
  while (own.passed < commands.length) await passOne(own, commands[own.passed++]!)
}

async function passOne(own: Follower, { at, command }: StampedCommand): Promise<void> {
  const { sides, wish, leftOut, refused } = compareStore.getState()
  const side = sides.find(({ preset }) => preset === wish)
  if (side?.keepsFrom.includes(command.do)) {
    compareStore.setState({ leftOut: [...leftOut, command.do] })
    return
  }
  await seekTo(own, at)
  const outcome = await own.connection.engine.command(command)
  if (outcome.accepted) return
  const why = say(outcome.reason)
  compareStore.setState({ refused: [...refused, { command: command.do, why }] })
}

/** By more than what is shown within the patience: then it is not the same instant any more. */
function isBehind(at: number): boolean {
  const { playback } = engineStore.getState()
  if (playback?.isPlaying !== true) return at < shownAt()
  return shownAt() - at > patienceMillis * 1_000 * speedNumber(playback.speed)
}

async function seekTo(own: Follower, at: number): Promise<void> {
  if (own.target === at) return
  own.target = at
  const timer = setTimeout(() => compareStore.setState({ isLate: true }), patienceMillis)
  const reached = await own.connection.engine.seek(at)
  clearTimeout(timer)
  own.target = reached.at
  const isLate = isBehind(reached.at)
  if (compareStore.getState().isLate !== isLate) compareStore.setState({ isLate })
}
