/** What the worker loads after the first picture, with the later half of the engine's door. */
import { createSimulation, type Simulation } from '../engine/index.ts'
import {
  checkExpectations,
  countPatterns,
  decodeLink,
  describe,
  describeFaults,
  digest,
  dollarsAt,
  encodeLink,
  isAnyWaiting,
  isSettled,
  lawCards,
  matchPattern,
  parseFaultStatement,
  parseFormat,
  parseInterleaving,
  parsePattern,
  recordWindow,
  reportOf,
  statementPlaces,
  statementsOf,
  whyOf,
  withProblems,
} from '../engine/later.ts'
import type { Description } from '../engine/contract/description.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import type { ReadInterleaving } from './api.ts'
import type { SqlQuestions } from '../engine/wings/sqlQuestions.ts'
import type { LaterDoor, Machine, SqlState } from './engineDoor.ts'
import { brought } from './realEngine.ts'
import { createLater, type Later } from './createLater.ts'

export { giveCommand, injectTyped, speechOf } from '../engine/later.ts'

/** `sql` answers what needs the grammar of typed SQL. */
export function createRealLater(sql: SqlQuestions): Later {
  return createLater({ ...laterDoor, ...typedDoor(sql) })
}

type Typed = 'parseScenario' | 'sqlRows' | 'sqlWords'

function typedDoor({ problemsOf, rows, words }: SqlQuestions): Pick<LaterDoor, Typed> {
  return {
    parseScenario: input => withProblems(parseFormat(input), problemsOf),
    sqlRows: (machine, question) => rows(simulationOf(machine).world, question),
    sqlWords: machine => words(simulationOf(machine).world),
  }
}

const laterDoor: Omit<LaterDoor, Typed> = {
  decodeLink,
  encodeLink,
  describe: describeCluster,
  matchPattern: readPattern,
  readStatement: (machine, text, on) =>
    parseFaultStatement(text, statementPlaces(simulationOf(machine).world, on)),
  statementsOf: machine => statementsOf(simulationOf(machine).world),
  sqlState: machine => sqlStateOf(simulationOf(machine)),
  readInterleaving,
  digestOf: machine => digest(simulationOf(machine)),
  reportOf: (machine, scenario, facts) =>
    reportOn(simulationOf(machine), scenario.expect ?? [], facts),
  dollarsAt,
  recordWindow: (machine, isMarked) => recordWindow(simulationOf(machine), isMarked),
  whyOf: (machine, subject, facts) => whyOf(simulationOf(machine).world, subject, facts),
}

function simulationOf({ simulation }: Machine): Simulation {
  return simulation as Simulation
}

function sqlStateOf({ world }: Simulation): SqlState {
  const open = world.sql?.clients.filter(({ running }) => running > 0).length ?? 0
  return { isSettled: isSettled(world), isAnyWaiting: isAnyWaiting(world), open }
}

function readInterleaving(text: string): ReadInterleaving {
  const parsed = parseInterleaving(text)
  return parsed.ok ? { ok: true, cases: parsed.cases.map(read => ({ read })) } : parsed
}

function reportOn(simulation: Simulation, patterns: FactPattern[], facts: Fact[]): Report {
  const counts = countPatterns(patterns)
  for (const fact of facts) counts.tell(fact)
  const { broken, world } = simulation
  return reportOf(world, {
    digest: digest(simulation),
    watched: simulation.watched,
    capacity: facts.filter(fact => fact.fact === 'CapacityChanged'),
    grownAt: facts.filter(fact => fact.fact === 'VolumeGrew').map(({ at }) => at),
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
  const faults = setup === null ? [] : describeFaults(createSimulation(setup, brought).world)
  return describe(faults, lawCards)
}
