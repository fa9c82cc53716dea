/** Loads what the opening does without; the bundler makes a file of its own of it. */
import type { Later } from './createLater.ts'
import { brought } from './realEngine.ts'

export async function loadLater(): Promise<Later> {
  const { giveCommand, lateWings, realLater, speechOf } = await import('./realLater.ts')
  brought.giveCommand = giveCommand
  brought.late = lateWings
  brought.speak = speechOf
  return realLater
}
