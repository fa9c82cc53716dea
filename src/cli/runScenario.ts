/**
 * `run FILE|NAME|LINK`: executes a scenario up to an instant and comes to one report, the same as
 * the page's `reportAt` there (Formats §3, §5). Exit code 1 when a law broke or what the scenario
 * expects did not hold.
 */
import type { Fact, FactOf } from '../engine/contract/facts.ts'
import type { Report } from '../engine/contract/report.ts'
import {
  apply,
  createSimulation,
  listen,
  parseDuration,
  runUntil,
  type Simulation,
} from '../engine/index.ts'
import {
  everything,
  checkExpectations,
  countPatterns,
  digest,
  formatDuration,
  parseScenario,
  reportOf,
} from '../engine/later.ts'
import { openSource, type Source } from './openSource.ts'
import { type RunArguments, readArguments } from './readArguments.ts'
import { Refusal, refuse } from './refusal.ts'
import { showProgress } from './showProgress.ts'
import { writeFacts } from './writeFacts.ts'

/** Events between two looks at the clock, for the progress shown. */
const slice = 200_000

function readInstant(text: string | null, otherwise: number): number {
  if (text === null) return otherwise
  const allowed = 'a length of time with its unit, such as "250us" "1.5ms" "60s" "5min" "2h"'
  return parseDuration(text) ?? refuse('--until', `${JSON.stringify(text)} is none`, allowed)
}

function readSeed(text: string | null, otherwise: number): number {
  if (text === null) return otherwise
  const isSeed = /^\d{1,10}$/.test(text) && Number(text) <= 0xffffffff
  if (isSeed) return Number(text)
  return refuse('--seed', `${JSON.stringify(text)} is none`, 'a whole number from 0 to 4294967295')
}

function setupOf({ scenario }: Source, seed: number) {
  const parsed = parseScenario({ ...scenario, seed })
  if (!parsed.ok) throw new Refusal(parsed.problems)
  return parsed.setup
}

function runTo(simulation: Simulation, until: number, end: number): void {
  let outcome = runUntil(simulation, until, slice)
  while (outcome.stopped === 'limit') {
    showProgress(`${formatDuration(outcome.at)} of ${formatDuration(end)}`)
    outcome = runUntil(simulation, until, slice)
  }
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

function brokenOf({ broken }: Simulation): Report['laws']['broken'] {
  if (broken === null) return []
  return [{ id: broken.law, at: broken.at, key: broken.key, parameters: broken.parameters }]
}

function prepare({ source, until, seed }: RunArguments) {
  const opened = openSource(source)
  const setup = setupOf(opened, readSeed(seed, opened.seed))
  const simulation = createSimulation(setup, everything)
  return { opened, simulation, end: readInstant(until, setup.untilMicros) }
}

/** The report and the exit code that says whether all held. */
export function runScenario(words: string[]): { output: Report; exitCode: number } {
  const given = readArguments(words)
  const { opened, simulation, end } = prepare(given)
  const counts = countPatterns(opened.scenario.expect ?? [])
  const file = given.facts === null ? null : writeFacts(given.facts)
  const capacity: FactOf<'CapacityChanged'>[] = []
  const note = (fact: Fact) => {
    if (fact.fact === 'CapacityChanged') capacity.push(fact)
    counts.tell(fact)
  }
  listen(simulation, tellBoth(note, file?.write), true)
  execute(simulation, opened, end)
  file?.close()
  const expectations = checkExpectations(counts)
  const broken = brokenOf(simulation)
  const { watched, world } = simulation
  const extra = { digest: digest(simulation), watched, capacity, broken, expectations }
  const isGood = broken.length === 0 && expectations.every(({ held }) => held)
  return { output: reportOf(world, extra), exitCode: isGood ? 0 : 1 }
}

function tellBoth(first: (fact: Fact) => void, second?: (fact: Fact) => void) {
  if (second === undefined) return first
  return (fact: Fact) => {
    first(fact)
    second(fact)
  }
}
