/**
 * Gives statements to the run. A statement is a command of the recording. Where time stands it
 * goes on until the statement is answered, or is known to wait; then it stands again.
 */
import type { Command } from '../../../engine/contract/commands.ts'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { announce } from '../../store/announce.ts'
import { giveCommand } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { outcomeWords } from './answerWords.ts'
import { changeSession, consoleStore } from './consoleStore.ts'
import { nextOf, type PlannedStep } from './plan.ts'
import { busySessions } from './sessions.ts'

/** Where to connect is said once; after that the session stays where it is. */
function sessionOf(name: string): { session: string; on?: string } {
  const on = consoleStore.getState().sessions.find(its => its.name === name)?.on ?? null
  return on === null ? { session: name } : { session: name, on }
}

function engineNow() {
  return engineStore.getState().engine
}

export async function settle(): Promise<void> {
  await engineNow()?.settleSql()
}

async function give(session: string, text: string): Promise<boolean> {
  const command = { do: 'RunSql', ...sessionOf(session), text } as Command
  const isAccepted = (await giveCommand(command))?.accepted === true
  if (isAccepted) changeSession(session, { on: null })
  return isAccepted
}

/**
 * One thing at a time: buttons wait until it is done. What the engine, or a lesson before it, does
 * not want to do is said below the buttons.
 */
async function whileRunning<T>(work: () => Promise<T>): Promise<T | null> {
  consoleStore.setState({ isRunning: true, note: '' })
  try {
    return await work()
  } catch (error) {
    consoleStore.setState({ note: error instanceof Error ? error.message : String(error) })
    return null
  } finally {
    consoleStore.setState({ isRunning: false })
  }
}

/** Runs what was typed. Returns its records, or none when it was refused or time goes on. */
export function runTyped(session: string, text: string): Promise<StatementRecord[] | null> {
  return whileRunning(async () => {
    const { playback } = engineStore.getState()
    const from = playback?.at ?? 0
    if (!(await give(session, text))) return null
    if (playback?.isPlaying) return []
    await settle()
    const records = (await engineNow()?.statements()) ?? []
    const own = records.filter(its => its.session === session && its.submittedAt >= from)
    announce(outcomeWords(own))
    return own
  })
}

async function busyNow(): Promise<Set<string>> {
  return busySessions((await engineNow()?.statements()) ?? [])
}

async function dealNext(): Promise<boolean> {
  const { planned } = consoleStore.getState()
  const step = nextOf(planned, await busyNow())
  if (step === null || !(await give(step.session, step.sql))) return false
  consoleStore.setState(state => ({
    planned: state.planned.filter(its => its !== step),
    played: [...state.played, step],
  }))
  await goOnAfter(step)
  return true
}

/** Until it is answered or waits; a step that is timed to the lag, for as long as it says. */
async function goOnAfter({ gapMicros }: PlannedStep): Promise<void> {
  const at = engineStore.getState().playback?.at
  if (gapMicros === undefined || at === undefined) await settle()
  else await engineNow()?.seek(at + gapMicros)
}

const allWait = 'Every session that has a step left is waiting. Time goes on when you press Play.'

export async function runNext(): Promise<void> {
  await whileRunning(async () => {
    const isDealt = await dealNext()
    const { planned } = consoleStore.getState()
    if (!isDealt && planned.length > 0 && !viewStore.getState().isLocked) await goOnOrTell()
  })
}

/** All with steps left wait: time goes on to the next release or timeout, or it is told. */
async function goOnOrTell(): Promise<boolean> {
  const before = (await busyNow()).size
  await settle()
  if ((await busyNow()).size < before) return true
  consoleStore.setState({ note: allWait })
  return false
}

export async function runAll(): Promise<void> {
  await whileRunning(async () => {
    while (consoleStore.getState().planned.length > 0) {
      if (viewStore.getState().isLocked) return
      if (!(await dealNext()) && !(await goOnOrTell())) return
    }
  })
}
