/** What looks into one thing of the real engine; a file of its own, loaded with the first look. */
import type { Simulation } from '../engine/index.ts'
import { insideOf, isOwn, isTold, ladderOf } from '../engine/answers.ts'
import type { LookInside, Machine } from './engineDoor.ts'
import { realRecorder } from './realRecorder.ts'

function worldOf({ simulation }: Machine): Simulation['world'] {
  return (simulation as Simulation).world
}

export const realInsides: LookInside = {
  insideOf: (machine, subject) => insideOf(worldOf(machine), subject),
  record: realRecorder,
  isOwn,
  isTold,
  ladderOf: (machine, told, stand) => ladderOf(worldOf(machine), told, stand),
}
