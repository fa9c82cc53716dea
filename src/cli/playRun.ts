/**
 * One run from its start to an instant, and the report of it: the same as the page's `reportAt`
 * there (Formats §3, §5).
 */
import type { Fact, FactOf } from '../engine/contract/facts.ts'
import type { Report } from '../engine/contract/report.ts'
import type { Setup } from '../engine/contract/scenario.ts'
import { apply, createSimulation, listen, runUntil, type Simulation } from '../engine/index.ts'
import {
  everything,
  checkExpectations,
  countPatterns,
  digest,
  formatDuration,
  keepHistory,
  parseScenario,
  reportOf,
  isMetered,
} from '../engine/answers.ts'
import type { Source } from './openSource.ts'
import { Refusal } from './refusal.ts'
import { showProgress } from './showProgress.ts'

/** Events between two looks at the clock, for the progress shown. */
const slice = 200_000

/** A report, and whether no law broke and all that was expected held. */
export interface PlayedRun {
  report: Report
  isGood: boolean
}

/** Bad input is refused by its path. */
export function setupOf({ scenario }: Source, seed: number): Setup {
  const parsed = parseScenario({ ...scenario, seed })
  if (!parsed.ok) throw new Refusal(parsed.problems)
  return parsed.setup
}

/** `hear` is told every fact. */
export function playRun(
  source: Source,
  setup: Setup,
  end: number,
  hear: (fact: Fact) => void,
): PlayedRun {
  const simulation = createSimulation(setup, everything)
  const counts = countPatterns(source.scenario.expect ?? [])
  const capacity: FactOf<'CapacityChanged'>[] = []
  const metered: Fact[] = []
  const note = (fact: Fact) => {
    if (fact.fact === 'CapacityChanged') capacity.push(fact)
    if (isMetered(fact)) metered.push(fact)
    counts.tell(fact)
    hear(fact)
  }
  listen(simulation, note, true)
  const verdict = keepHistory(simulation)
  execute(simulation, source, end)
  const expectations = checkExpectations(counts)
  const broken = brokenOf(simulation)
  const { watched, world } = simulation
  const anomalies = verdict().anomalies.map(({ name, transactions, cycle }) => {
    return { name, transactions, cycle }
  })
  const told = { capacity, metered, broken, expectations, anomalies }
  const extra = { digest: digest(simulation), watched, ...told }
  const isGood = broken.length === 0 && expectations.every(({ held }) => held)
  return { report: reportOf(world, extra), isGood }
}

/** Commands are given at exactly their instants, after all events at or before. */
function execute(simulation: Simulation, { commands }: Source, until: number): void {
  for (const { at, command } of commands) {
    if (at > until || simulation.broken) break
    runTo(simulation, at, until)
    if (!simulation.broken) apply(simulation, command)
  }
  if (!simulation.broken) runTo(simulation, until, until)
}

function runTo(simulation: Simulation, until: number, end: number): void {
  let outcome = runUntil(simulation, until, slice)
  while (outcome.stopped === 'limit') {
    showProgress(`${formatDuration(outcome.at)} of ${formatDuration(end)}`)
    outcome = runUntil(simulation, until, slice)
  }
}

function brokenOf({ broken }: Simulation): Report['laws']['broken'] {
  if (broken === null) return []
  return [{ id: broken.law, at: broken.at, key: broken.key, parameters: broken.parameters }]
}
