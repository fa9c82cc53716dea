/**
 * Plays one choice, laws and all, and counts what it came to. What was asked for is added up beside
 * the engine, second by second, so that the engine's own counts of late and refused are checked
 * against it: together they cannot be more. Rules S31 and S33.
 */
import { levelAt, microAcuOf, transactionsOf } from '../aurora/serverless/demandLevel.ts'
import type { World } from '../aurora/world.ts'
import type { Fact } from '../contract/facts.ts'
import type { Setup } from '../contract/scenario.ts'
import type { RangeRow } from '../contract/whichRange.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { reportOf } from '../report/reportOf.ts'
import { createSimulation, listen, runUntil } from '../simulation.ts'
import type { Brought } from '../wings/wing.ts'
import { type RangeDay, rangeScenario } from './rangeScenario.ts'

const second = 1_000_000
const million = 1_000_000

/** Throws when the load or the choice is none, or a law breaks. */
export function playRange(day: RangeDay, brought: Brought): RangeRow {
  const scenario = rangeScenario(day)
  const setup = setupOf(scenario)
  const simulation = createSimulation(setup, brought)
  const resumes: number[] = []
  listen(simulation, fact => noteResume(fact, resumes), false)
  runUntil(simulation, setup.untilMicros, Number.MAX_SAFE_INTEGER)
  const { broken, world } = simulation
  if (broken) throw new Error(`the law ${broken.law} broke at ${broken.at} us`)
  return {
    choice: day.choice,
    scenario,
    micros: world.now,
    ...countsOf(world),
    wakes: resumes.length,
    wakingMicros: resumes.reduce((sum, took) => sum + took, 0),
    ...capacityOf(world),
    cost: reportOf(world, nothingMore).cost,
  }
}

const nothingMore = { digest: '', watched: [], capacity: [], broken: [], expectations: [] }

function setupOf(scenario: unknown): Setup {
  const parsed = parseScenario(scenario)
  if (parsed.ok) return parsed.setup
  const told = parsed.problems.map(({ path, message }) => `${path}: ${message}`)
  throw new RangeError(told.join('; '))
}

function noteResume(fact: Fact, resumes: number[]): void {
  if (fact.fact === 'InstanceResumed') resumes.push(fact.parameters.tookMicros)
}

function countsOf(world: World): Pick<RangeRow, 'prompt' | 'late' | 'refused'> {
  const { late, refused } = world.serverless!.missed?.[0] ?? { late: 0, refused: 0 }
  const whole = (work: number) => Math.floor(transactionsOf(world, work) / million)
  const prompt = Math.max(0, whole(askedFor(world) - late - refused))
  return { prompt, late: whole(late), refused: whole(refused) }
}

/** Micro-ACU seconds. */
function askedFor(world: World): number {
  const demand = world.setup.demand[0]!
  let asked = 0
  for (let at = second; at <= world.now; at += second) {
    asked += microAcuOf(world, demand.unit, levelAt(demand, at))
  }
  return asked
}

function capacityOf(world: World): Pick<RangeRow, 'maxConnections' | 'meanAcu' | 'pausedMicros'> {
  const { capacities, fixed = [], meter } = world.serverless!
  const serving = capacities[0] ?? fixed[0]!
  const mean = meter.microAcuSeconds / (world.now / second) / million
  return {
    maxConnections: serving.maxConnections,
    meanAcu: capacities.length > 0 ? mean : serving.exact / million,
    pausedMicros: meter.pausedMicros,
  }
}
