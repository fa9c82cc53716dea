/** A simulation as JSON, and back: the same state, to the last number. */
import { fromJson, toJson } from './kernel/snapshot.ts'
import { type Checkpoint, restore, type Simulation, save } from './simulation.ts'

export function saveText(simulation: Simulation): string {
  return toJson(save(simulation))
}

export function restoreText(simulation: Simulation, text: string): void {
  restore(simulation, fromJson<Checkpoint>(text))
}
