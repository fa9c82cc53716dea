/**
 * Runs what was chosen, from the instant of the step: the earlier attempt stays as a branch of its
 * own. One watches until the second begins, and then what comes of it.
 */
import type { Command } from '../../engine/contract/commands.ts'
import type { Micros } from '../../engine/contract/units.ts'
import { giveCommand } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import type { RowChange, TwoChanges } from './lesson.ts'
import { whenShown } from './whenShown.ts'

export interface Attempt {
  act: TwoChanges
  rows: [number, number]
  /** Index into the delays. */
  delay: number
  /** The instant of the step. */
  at: Micros
}

/** Attempts begin no earlier than so long before the step. */
export const mostEarlierMicros = 1_000

/** The story of a conflict goes by in milliseconds. */
const watchedSpeed = '1/1500'

/** Attempts so far; only the newest goes on. */
let attempts = 0

export function attemptNumber(): number {
  return attempts
}

/**
 * What was given at an instant belongs to its picture: an attempt begins a microsecond before the
 * one before it, so that nothing of that is left.
 */
function beginning(at: Micros, turn: number): Micros {
  return at - (turn % mostEarlierMicros)
}

export async function runTwoChanges({ act, rows, delay, at }: Attempt): Promise<void> {
  const { engine } = engineStore.getState()
  const [one, other] = act.changes
  const chosen = act.delays[delay]
  if (engine === null || chosen === undefined) return
  const turn = ++attempts
  const from = beginning(at, turn - 1)
  await engine.pause()
  await engine.seek(from)
  await whenShown(from)
  await giveCommand(commandOf(act, one, rows[0]))
  if (chosen.micros > 0) {
    await engine.play(chosen.speed)
    await whenPassed(from + chosen.micros)
    if (turn !== attempts) return
    await engine.pause()
    await engine.seek(from + chosen.micros)
  }
  await giveCommand(commandOf(act, other, rows[1]))
  await engine.play(watchedSpeed)
}

function commandOf({ table }: TwoChanges, { session, on }: RowChange, row: number): Command {
  return { do: 'RunTransaction', session, on, table, write: [row] }
}

function whenPassed(at: Micros): Promise<void> {
  const isPassed = () => (engineStore.getState().playback?.at ?? 0) >= at
  return new Promise(resolve => {
    if (isPassed()) return resolve()
    const stop = engineStore.subscribe(() => {
      if (!isPassed()) return
      stop()
      resolve()
    })
  })
}
