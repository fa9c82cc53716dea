/**
 * Everything the page asks of the engine. Faults are commands and are recorded; play, pause,
 * speed and seek only change when we look. Without an engine yet, asking does nothing.
 */
import type { Command } from '../../engine/contract/commands.ts'
import type { FaultKind } from '../../engine/contract/faults.ts'
import type { TargetId } from '../../engine/contract/ids.ts'
import type { Micros, SpeedText } from '../../engine/contract/units.ts'
import type { GivenCommand } from '../../workers/api.ts'
import { say } from '../../words/say.ts'
import { announce } from './announce.ts'
import { engineStore } from './engineStore.ts'
import { learnMore } from './learnMore.ts'
import { revise } from './revise.ts'
import { seekLatest } from './seekLatest.ts'
import { speedNumber } from './speedNumber.ts'
import { viewStore } from './viewStore.ts'

const locked = 'The stage is locked: it is for looking only. Unlock it to change something.'

function engine() {
  return engineStore.getState().engine
}

/**
 * Gives a command and leaves a refusal to whoever asked; null when it was not given at all. One
 * that stands apart begins a branch.
 */
export async function tryCommand(command: Command, isApart = false): Promise<GivenCommand | null> {
  if (viewStore.getState().isLocked) {
    announce(locked)
    return null
  }
  const [outcome] = await Promise.all([
    engine()?.command(command, ...(isApart ? [true] : [])),
    learnMore(),
  ])
  revise()
  return outcome ?? null
}

/** Gives a command; what the engine refuses is told across the page with its reason. */
export async function giveCommand(command: Command, isApart = false): Promise<GivenCommand | null> {
  const outcome = await tryCommand(command, isApart)
  if (outcome === null || outcome.accepted) return outcome
  const text = say(outcome.reason)
  viewStore.setState({ notice: { tone: 'wait', title: 'This cannot be done now.', text } })
  return outcome
}

export function toggleFault(toggle: {
  fault: FaultKind
  target: TargetId
  isInForce: boolean
}): void {
  const { fault, target, isInForce } = toggle
  void giveCommand({ do: isInForce ? 'HealFault' : 'InjectFault', fault, target })
}

export function healAll(): void {
  void giveCommand({ do: 'HealAll' })
}

/** Plays at the speed chosen while paused, or on as before. */
export function play(): void {
  const { chosenSpeed } = viewStore.getState()
  viewStore.setState({ chosenSpeed: null })
  void engine()?.play(chosenSpeed ?? undefined)
}

export function pause(): void {
  void engine()?.pause()
}

export function togglePlay(): void {
  if (engineStore.getState().playback?.isPlaying) pause()
  else play()
}

/** Another speed from now on; while paused it waits for the next play. */
export function setSpeed(speed: SpeedText): void {
  const isPlaying = engineStore.getState().playback?.isPlaying ?? false
  if (isPlaying) void engine()?.play(speed)
  else viewStore.setState({ chosenSpeed: speed })
}

export function followPace(): void {
  viewStore.setState({ chosenSpeed: null })
  void engine()?.followPace()
}

export async function step(kind: 'event' | 'message' | 'fact'): Promise<void> {
  if (engineStore.getState().playback?.isPlaying) await engine()?.pause()
  await engine()?.step(kind)
}

/** Back by what a quarter of a second of viewing shows at the speed in force. */
export function stepBack(): void {
  const { playback } = engineStore.getState()
  if (playback === null) return
  const speed = Math.min(speedNumber(playback.speed), 1000)
  seek(Math.max(0, Math.round(playback.at - 250_000 * speed)))
}

/** Resolves when the newest instant asked for has been sought. */
export function seek(at: Micros): Promise<void> {
  return seekLatest(at, instant => engine()?.seek(instant) ?? Promise.resolve())
}

export function cancelSeek(): void {
  void engine()?.cancelSeek()
}

/** Back to the instant at which the story opens. */
export function goHome(): void {
  seek(engineStore.getState().opened?.opensAt ?? 0)
}

export async function switchBranch(id: string): Promise<void> {
  await engine()?.switchBranch(id)
  revise()
}
