/**
 * The same load, what would it have cost as …: the present branch of a recording is played again on
 * other configurations, and what each used is told, to be priced later. Nothing is estimated: each
 * row is a run of the whole engine, laws included. Rule B15.
 */
import { pricedClasses } from '../aurora/billing/classPrice.ts'
import { isMetered, type Metered } from '../aurora/billing/stops.ts'
import { usageOf } from '../aurora/billing/usageOf.ts'
import type { StampedCommand } from '../contract/commands.ts'
import type {
  ComparedRange,
  ComparedRun,
  ComparisonAnswer,
  MissingBecause,
} from '../contract/bill.ts'
import type { Recording } from '../contract/recording.ts'
import type { Scenario, Setup } from '../contract/scenario.ts'
import type { Micros } from '../contract/units.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { reportOf } from '../report/reportOf.ts'
import { apply, createSimulation, listen, runUntil, type Simulation } from '../simulation.ts'
import type { Brought } from '../wings/wing.ts'
import { missedOf } from './missedOf.ts'
import { type Configuration, isOfTheLoad, otherCluster, whyNot } from './otherCluster.ts'

export interface Compared {
  recording: Recording
  until: Micros
  range: ComparedRange
}

/** In thousandths of a run; `all` is so many runs. */
type Tell = (progress: { done: number; all: number }) => void

const perRun = 1_000

/** Events between two tellings of how far it is. */
const slice = 50_000

interface Candidate {
  kind: ComparedRun['kind']
  /** Provisioned: all that fare alike. */
  classes: string[]
  setup: Setup
}

export function compareBills(asked: Compared, brought: Brought, tell: Tell): ComparisonAnswer {
  const { recording, until } = asked
  const { candidates, missing } = candidatesOf(asked)
  const runs = candidates.flatMap((candidate, index) => {
    const done = (at: Micros) => (index + at / Math.max(1, until)) * perRun
    const hear = (at: Micros) => tell({ done: done(at), all: candidates.length * perRun })
    const run = playOn(candidate, { recording, until, brought, hear })
    if (run === null) missing.push({ kind: candidate.kind, because: 'lawBroke' })
    return run ?? []
  })
  return { at: until, runs, missing }
}

interface Found {
  candidates: Candidate[]
  missing: { kind: ComparedRun['kind']; because: MissingBecause }[]
}

/** Classes with as many CPUs are one candidate: in the model nothing else tells them apart. */
function candidatesOf({ recording, range }: Compared): Found {
  const found: Found = { candidates: [], missing: [] }
  const scenario = { ...recording.scenario, seed: recording.seed }
  const provisioned = pricedClasses.map((name): Configuration => {
    return { kind: 'provisioned', class: name, range: null }
  })
  const elastic = (['v2', 'v1'] as const).map((kind): Configuration => {
    return { kind, class: '', range }
  })
  for (const configuration of [...provisioned, ...elastic]) {
    addCandidate(found, scenario, configuration)
  }
  found.candidates.sort((one, other) => cpusOf(one) - cpusOf(other))
  addOwn(found, scenario)
  return found
}

/** First, as it is: so that how it fared is told of the same interval. */
function addOwn({ candidates, missing }: Found, scenario: Scenario): void {
  const parsed = parseScenario(scenario)
  if (parsed.ok) candidates.unshift({ kind: 'own', classes: [], setup: parsed.setup })
  else missing.unshift({ kind: 'own', because: 'unreadable' })
}

function addCandidate(
  { candidates, missing }: Found,
  scenario: Scenario,
  its: Configuration,
): void {
  const { kind } = its
  const parsed = parseScenario(otherCluster(scenario, its))
  const because = whyNot(scenario, kind) ?? (parsed.ok ? null : 'unreadable')
  if (because !== null || !parsed.ok) {
    if (!missing.some(other => other.kind === kind)) {
      missing.push({ kind, because: because ?? 'unreadable' })
    }
    return
  }
  const alike = candidates.find(other => kind === 'provisioned' && isAlike(other, parsed.setup))
  if (alike) alike.classes.push(its.class)
  else candidates.push({ kind, classes: its.class ? [its.class] : [], setup: parsed.setup })
}

function isAlike({ kind, setup }: Candidate, { instances }: Setup): boolean {
  return kind === 'provisioned' && setup.instances[0]?.vcpus === instances[0]?.vcpus
}

/** Serverless behind all others. */
function cpusOf({ kind, setup }: Candidate): number {
  return kind === 'provisioned' ? (setup.instances[0]?.vcpus ?? 0) : Infinity
}

interface Play {
  recording: Recording
  until: Micros
  brought: Brought
  hear: (at: Micros) => void
}

/** Null when a law broke. */
function playOn(candidate: Candidate, play: Play): ComparedRun | null {
  const simulation = createSimulation(candidate.setup, play.brought)
  const facts: Metered[] = []
  listen(simulation, fact => void (isMetered(fact) && facts.push(fact)), false)
  for (const { at, command } of commandsOf(play.recording, candidate.kind)) {
    if (at > play.until || simulation.broken) break
    playTo(simulation, at, play.hear)
    if (!simulation.broken) apply(simulation, command)
  }
  if (!simulation.broken) playTo(simulation, play.until, play.hear)
  return simulation.broken ? null : comparedRun(candidate, simulation, facts)
}

function commandsOf({ branch, branches }: Recording, kind: ComparedRun['kind']): StampedCommand[] {
  const given = branches.find(({ id }) => id === branch)?.commands ?? []
  return given.filter(({ command }) => kind === 'own' || isOfTheLoad(command.do))
}

function playTo(simulation: Simulation, at: Micros, hear: (at: Micros) => void): void {
  while (runUntil(simulation, at, slice).stopped === 'limit') hear(simulation.world.now)
}

function comparedRun(
  { kind, classes, setup }: Candidate,
  { world }: Simulation,
  facts: Metered[],
): ComparedRun {
  const extra = { digest: '', watched: [], capacity: [], broken: [], expectations: [] }
  const { transactions, instances } = reportOf(world, extra)
  const { serverless } = setup
  return {
    kind,
    classes,
    vcpus: setup.instances[0]?.vcpus ?? 0,
    range: serverless && {
      min: serverless.minMicroAcu / 1_000_000,
      max: serverless.maxMicroAcu / 1_000_000,
    },
    usage: usageOf(world, facts),
    committed: transactions.committed,
    latencyP99Micros: Math.max(0, ...instances.map(its => its.latencyP99Micros)),
    ...missedOf(world),
  }
}
