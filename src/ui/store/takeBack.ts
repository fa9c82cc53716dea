/**
 * Undo and redo. Every change by hand stands on a branch of its own, so taking it back is going to
 * the branch that was left, at that instant; nothing is lost, and redo goes to the branch again.
 */
import { create } from 'zustand'
import type { Micros } from '../../engine/contract/units.ts'
import { announce } from './announce.ts'
import { pause, seek, switchBranch } from './commands.ts'
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

/** A branch, and where it left another. */
export interface Departure {
  branch: string
  from: { branch: string; at: Micros }
}

interface TakenBack {
  /** What has been taken back and not done again, the newest last. */
  undone: Departure[]
}

export const takenBack = create<TakenBack>()(() => ({ undone: [] }))

engineStore.subscribe(({ opened }, before) => {
  if (opened !== before.opened) forgetTakenBack()
})

/** What is done anew has no redo. */
export function forgetTakenBack(): void {
  takenBack.setState({ undone: [] })
}

/** The newest that was taken back on this branch. */
export function redoOn(branch: string, { undone }: TakenBack): Departure | null {
  const last = undone.at(-1)
  return last?.from.branch === branch ? last : null
}

async function goTo(branch: string, at: Micros): Promise<void> {
  pause()
  viewStore.setState({ notice: null })
  await switchBranch(branch)
  await seek(at)
}

export async function takeBack(departure: Departure): Promise<void> {
  const { branch, from } = departure
  await goTo(from.branch, from.at)
  takenBack.setState(({ undone }) => ({ undone: [...undone, departure] }))
  announce(`Taken back. What came of it stays on ${branch}.`)
}

async function undoOne(): Promise<void> {
  const run = await engineStore.getState().engine?.recording()
  const present = run?.branches.find(({ id }) => id === run.branch)
  if (!present?.from) return announce('There is nothing to take back.')
  await takeBack({ branch: present.id, from: present.from })
}

async function redoOne(): Promise<void> {
  const branch = engineStore.getState().playback?.branch ?? ''
  const departure = redoOn(branch, takenBack.getState())
  if (departure === null) return announce('There is nothing to do again.')
  await goTo(departure.branch, departure.from.at)
  takenBack.setState(({ undone }) => ({ undone: undone.slice(0, -1) }))
  announce(`Done again, on ${departure.branch}.`)
}

let going: Promise<void> = Promise.resolve()

/** One after the other, however fast they are asked for. */
function inTurn(deed: () => Promise<void>): Promise<void> {
  going = going.then(deed).catch(() => undefined)
  return going
}

/** Goes to the branch from which the present one left; said when there is none. */
export function undo(): Promise<void> {
  return inTurn(undoOne)
}

export function redo(): Promise<void> {
  return inTurn(redoOne)
}
