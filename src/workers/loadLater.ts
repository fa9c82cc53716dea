/** Loads what the opening does without; the bundler makes files of their own of it. */
import type { Later } from './createLater.ts'
import { brought } from './realEngine.ts'

export async function loadLater(): Promise<Later> {
  const [{ giveCommand, realLater, speechOf }, { lateWings }] = await Promise.all([
    import('./realLater.ts'),
    import('../engine/wings/lateWings.ts'),
  ])
  brought.giveCommand = giveCommand
  brought.late = lateWings
  brought.speak = speechOf
  return realLater
}
