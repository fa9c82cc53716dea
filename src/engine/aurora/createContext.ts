/** A context that tells nobody, until somebody listens. */
import { type Context, createTouched } from './context.ts'
import type { World } from './world.ts'

export function createContext(world: World): Context {
  return { world, cause: 0, sink: () => undefined, isListening: false, touched: createTouched() }
}
