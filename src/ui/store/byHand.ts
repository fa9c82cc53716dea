/**
 * What a hand does on the stage: a command on a branch of its own, and the way back to the run
 * without it, which is the branch that was left, at that instant.
 */
import type { Command } from '../../engine/contract/commands.ts'
import type { Micros } from '../../engine/contract/units.ts'
import { announce } from './announce.ts'
import { giveCommand, pause, seek, switchBranch } from './commands.ts'
import { engineStore } from './engineStore.ts'
import { viewStore } from './viewStore.ts'

const locked = {
  tone: 'wait',
  title: 'The stage is locked.',
  text: 'It is for looking only. Unlock it to change something.',
} as const

/**
 * Several commands are one deed, on one branch; `words` say what has been done. What the engine
 * refuses leaves the run as it was. A locked stage refuses, and says so across the page.
 */
export async function changeByHand([first, ...rest]: Command[], words: string): Promise<void> {
  if (viewStore.getState().isLocked) return viewStore.setState({ notice: locked })
  const branch = engineStore.getState().playback?.branch
  const outcome = first === undefined ? null : await giveCommand(first, true)
  if (branch === undefined || outcome === null) return
  const at = outcome.at ?? 0
  if (!outcome.accepted) return goBack(branch, at)
  for (const command of rest) await giveCommand(command)
  const way = { words: 'Take back', go: () => void takeBack(branch, at) }
  viewStore.setState({ notice: { tone: 'ok', title: words, way } })
}

/** What the hand held cannot be let go there. */
export function refuseByHand(text: string): void {
  const notice = { tone: 'wait', title: 'This cannot be done there.', text } as const
  viewStore.setState({ notice: viewStore.getState().isLocked ? locked : notice })
}

async function goBack(branch: string, at: Micros): Promise<void> {
  await switchBranch(branch)
  await seek(at)
}

async function takeBack(branch: string, at: Micros): Promise<void> {
  pause()
  viewStore.setState({ notice: null })
  await goBack(branch, at)
  announce('Taken back. What came of it stays on its branch.')
}
