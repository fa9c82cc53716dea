/** What the worker loads after the first picture, with the later half of the engine's door. */
import { createSimulation, type Simulation } from '../engine/index.ts'
import {
  decodeLink,
  describe,
  describeFaults,
  digest,
  dollarsAt,
  encodeLink,
  isAnyWaiting,
  isDecision,
  isSettled,
  lawCards,
  matchPattern,
  parseFaultStatement,
  parseFormat,
  parseInterleaving,
  parsePattern,
  statementPlaces,
  statementsOf,
  whyDecision,
  whyOf,
  withProblems,
} from '../engine/later.ts'
import type { Description } from '../engine/contract/description.ts'
import type { Fact } from '../engine/contract/facts.ts'
import type { FactPattern } from '../engine/contract/pattern.ts'
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
  loadAnswers: async () => (await import('./realAnswers.ts')).realAnswers,
  dollarsAt,
  loadEars: async () => (await import('./realEars.ts')).realEars,
  loadInsides: async () => (await import('./realInsides.ts')).realInsides,
  isDecision,
  whyDecision: (machine, fact, facts) => whyDecision(simulationOf(machine).world, fact, facts),
  loadPoints: async () => (await import('./realPoints.ts')).realPoints,
  loadRecorder: async () => (await import('./realRecorder.ts')).realRecorder,
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
