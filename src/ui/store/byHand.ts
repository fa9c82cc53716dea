/** What a hand does on the stage: commands on a branch of their own, which can be taken back. */
import type { Command } from '../../engine/contract/commands.ts'
import { say } from '../../words/say.ts'
import { giveCommand, tryCommand } from './commands.ts'
import { engineStore } from './engineStore.ts'
import { forgetTakenBack, takeBack } from './takeBack.ts'
import { viewStore } from './viewStore.ts'

const locked = {
  tone: 'wait',
  title: 'The stage is locked.',
  text: 'It is for looking only. Unlock it to change something.',
} as const

/**
 * Several commands are one deed, on one branch; `words` say what has been done. What the engine
 * refuses leaves the run as it was, and `onRefused` is told why. A locked stage refuses, and says
 * so across the page. Returns whether there is a new branch.
 */
export async function changeByHand(
  [first, ...rest]: Command[],
  words: string,
  onRefused = refuseByHand,
): Promise<boolean> {
  if (viewStore.getState().isLocked) {
    viewStore.setState({ notice: locked })
    return false
  }
  const left = engineStore.getState().playback?.branch
  const outcome = first === undefined ? null : await tryCommand(first, true)
  if (left === undefined || outcome === null) return false
  if (!outcome.accepted) {
    onRefused(say(outcome.reason))
    return false
  }
  forgetTakenBack()
  const { at = 0, branch = left } = outcome
  const go = () => void takeBack({ branch, from: { branch: left, at } })
  viewStore.setState({ notice: { tone: 'ok', title: words, way: { words: 'Take back', go } } })
  for (const command of rest) await giveCommand(command)
  return true
}

/** What the hand held cannot be let go there. */
export function refuseByHand(text: string): void {
  const notice = { tone: 'wait', title: 'This cannot be done there.', text } as const
  viewStore.setState({ notice: viewStore.getState().isLocked ? locked : notice })
}
