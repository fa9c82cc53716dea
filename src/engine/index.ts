/**
 * The engine's only door: for the worker, the command line, the bench and whoever builds on the
 * model. Everything behind it is pure; nothing here waits, reads a clock or draws by chance.
 */
export { bucketMicros } from './aurora/database/latencyHistogram.ts'
export { frameOf } from './aurora/frame/frameOf.ts'
export { movingOf } from './aurora/frame/movingOf.ts'
export { laws } from './checkers/catalogue.ts'
export { sweepLaws } from './checkers/watch.ts'
export { describeFaults } from './faults/describeFaults.ts'
export { describe } from './formats/describe.ts'
export { formatDuration, parseDuration } from './formats/duration.ts'
export { decodeLink, encodeLink } from './formats/link.ts'
export { parseScenario } from './formats/parseScenario.ts'
export { checkExpectations, countPatterns, matchPattern, parsePattern } from './formats/pattern.ts'
export { parseSpeed } from './formats/speed.ts'
export { reportOf } from './report/reportOf.ts'
export { openingName, scenarios } from './scenarios/catalogue.ts'
export {
  apply,
  askToStop,
  type Checkpoint,
  createSimulation,
  digest,
  listen,
  nextEventAt,
  type RunOutcome,
  restore,
  restoreText,
  runUntil,
  type Simulation,
  save,
  saveText,
  step,
} from './simulation.ts'
export { whyOf } from './why/whyOf.ts'
