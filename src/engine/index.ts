/**
 * The engine's door: what runs a world and shows it, for the worker, the command line, the bench
 * and whoever builds on the model. What is asked now and then stands beside it in `later`, so that
 * a page can load it after the first picture. Everything behind both is pure; nothing here waits,
 * reads a clock or draws by chance.
 */
export { bucketMicros } from './aurora/database/latencyHistogram.ts'
export { movingOf } from './aurora/frame/movingOf.ts'
export { pictureOf } from './aurora/frame/pictureOf.ts'
export { parseDuration } from './formats/duration.ts'
export { openingRun } from './formats/openingRun.ts'
export { parseSpeed } from './formats/speed.ts'
export { type Brought, type Wing, wingsOf } from './wings/wing.ts'
export {
  apply,
  askToStop,
  type Checkpoint,
  createSimulation,
  listen,
  nextEventAt,
  type RunOutcome,
  restore,
  runUntil,
  type Simulation,
  save,
  step,
} from './simulation.ts'
