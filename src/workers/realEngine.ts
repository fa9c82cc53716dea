/** The engine as the worker uses it: the door of the engine behind the calls of `EngineDoor`. */
import {
  apply,
  askToStop,
  bucketMicros,
  type Checkpoint,
  checkExpectations,
  countPatterns,
  createSimulation,
  decodeLink,
  describe,
  describeFaults,
  digest,
  encodeLink,
  frameOf,
  laws,
  listen,
  matchPattern,
  movingOf,
  nextEventAt,
  parseDuration,
  parsePattern,
  parseScenario,
  parseSpeed,
  reportOf,
  restore,
  runUntil,
  type Simulation,
  save,
  whyOf,
} from '../engine/index.ts'
import type { Description } from '../engine/contract/description.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import type { EngineDoor, Machine } from './engineDoor.ts'
import { plainBytes } from './plainBytes.ts'

export const realEngine: EngineDoor = {
  createMachine,
  parseScenario,
  decodeLink,
  encodeLink,
  describe: describeCluster,
  parseDuration,
  parseSpeed,
  matchPattern: readPattern,
  bucketMicros,
}

/** Saved states are measured one in so many: counting every number takes as long as copying. */
const measuredEvery = 16

function createMachine(setup: Setup): Machine {
  const simulation = createSimulation(setup)
  goBack(simulation, save(simulation))
  return machineOf(simulation)
}

/**
 * Goes to a checkpoint in the same world record: code that was made fast for it stays fast, where
 * a new record would have the first seeks after a long run take ten times as long.
 */
function goBack(simulation: Simulation, checkpoint: Checkpoint): void {
  const { world } = simulation
  restore(simulation, checkpoint)
  simulation.world = Object.assign(world, simulation.world)
  simulation.context.world = world
}

function machineOf(simulation: Simulation): Machine {
  const measured = { saves: 0, bytes: 0 }
  return {
    at: () => simulation.world.now,
    events: () => simulation.world.eventCount,
    facts: () => simulation.world.factCount,
    delivered: () => simulation.world.network.counters.delivered,
    broken: () => brokenOf(simulation),
    nextAt: () => nextEventAt(simulation),
    runUntil: (at, maxEvents) => runUntil(simulation, at, maxEvents),
    apply: command => apply(simulation, command),
    listen: (listener, isDetailed) => listen(simulation, listener, isDetailed),
    askToStop: () => askToStop(simulation),
    save: () => {
      const state = save(simulation)
      const { at, events, facts } = state
      if (measured.saves++ % measuredEvery === 0) measured.bytes = plainBytes(state)
      return { at, events, facts, bytes: measured.bytes, state }
    },
    restore: ({ state }) => goBack(simulation, state as Checkpoint),
    digest: () => digest(simulation),
    frame: () => frameOf(simulation.world, simulation.broken ? 1 : 0),
    moving: buffer => movingOf(simulation.world, buffer),
    report: (scenario, facts) => reportOn(simulation, scenario.expect ?? [], facts),
    why: (subject, facts) => whyOf(simulation.world, subject, facts),
    latencies: () => latenciesOf(simulation),
  }
}

function brokenOf({ broken }: Simulation): ReturnType<Machine['broken']> {
  return broken === null ? null : { law: broken.law, at: broken.at }
}

/** One writer in this version; the sum of all instances as soon as there are more. */
function latenciesOf({ world }: Simulation): ArrayLike<number> {
  const [first, ...others] = world.instances
  if (others.length === 0) return first!.latency
  const sum = first!.latency.slice()
  for (const { latency } of others) for (let k = 0; k < sum.length; k++) sum[k]! += latency[k]!
  return sum
}

function reportOn(simulation: Simulation, patterns: FactPattern[], facts: Fact[]): Report {
  const counts = countPatterns(patterns)
  for (const fact of facts) counts.tell(fact)
  const { broken, world } = simulation
  return reportOf(world, {
    digest: digest(simulation),
    broken: broken === null ? [] : [brokenLaw(broken)],
    expectations: checkExpectations(counts),
  })
}

function brokenLaw(broken: NonNullable<Simulation['broken']>): Report['laws']['broken'][number] {
  const { law, at, key, parameters } = broken
  return { id: law, at, key, parameters }
}

/** Patterns come from outside: one that means nothing is refused with its place. */
function readPattern(pattern: FactPattern): (fact: Fact) => boolean {
  const read = parsePattern(pattern)
  if (read.ok) return matchPattern(read.pattern)
  const lines = read.problems.map(({ path, message, allowed }) =>
    [path, message, allowed === null ? '' : `(allowed: ${allowed})`].join(' '),
  )
  throw new RangeError(lines.join('; '))
}

function describeCluster(setup: Setup | null): Description {
  const faults = setup === null ? [] : describeFaults(createSimulation(setup).world)
  const cards = laws.map(({ id, title }) => ({ id, title }))
  return describe(faults, cards)
}
