/** The digest of a simulation: 16 hexadecimal digits; what its laws remember is not in it. */
import { digestWorld } from './aurora/digestWorld.ts'
import type { Simulation } from './simulation.ts'

export function digest(simulation: Simulation): string {
  return digestWorld(simulation.world)
}
