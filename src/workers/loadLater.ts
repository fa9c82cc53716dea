/** Loads what the opening does without; the bundler makes a file of its own of it. */
import type { Later } from './createLater.ts'

export async function loadLater(): Promise<Later> {
  const { realLater } = await import('./realLater.ts')
  return realLater
}
