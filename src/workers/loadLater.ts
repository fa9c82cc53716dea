/** Loads what the opening does without; the bundler makes a file of its own of it. */
import type { Later } from './createLater.ts'
import { bringCommands } from './realEngine.ts'

export async function loadLater(): Promise<Later> {
  const { commands, realLater } = await import('./realLater.ts')
  bringCommands(commands)
  return realLater
}
