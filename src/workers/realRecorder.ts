/** The recorder of windows as the worker uses it; a file of its own, loaded with the first one. */
import type { Simulation } from '../engine/index.ts'
import { recordWindow } from '../engine/answers.ts'
import type { RecordWindow } from './engineDoor.ts'

export const realRecorder: RecordWindow = ({ simulation }, isMarked) =>
  recordWindow(simulation as Simulation, isMarked)
