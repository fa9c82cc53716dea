/** The built-in scenario that makes the most events per second of model time. */
import type { Scenario, Setup } from '../../src/engine/contract/scenario.ts'
import { createSimulation, runUntil } from '../../src/engine/index.ts'
import { everything, parseScenario, scenarios } from '../../src/engine/answers.ts'

export interface Busiest {
  name: string
  scenario: Scenario
  setup: Setup
  eventsPerSecond: number
}

const probe = 100_000
let found: Busiest | undefined

/** Runs past the end of the story: it goes on under the load that it then has. */
function measured(name: string, input: Scenario): Busiest {
  const parsed = parseScenario(input)
  if (!parsed.ok) throw new Error(`${name} does not parse`)
  const simulation = createSimulation(parsed.setup, everything)
  const { at, events } = runUntil(simulation, Number.MAX_SAFE_INTEGER, probe)
  const { scenario, setup } = parsed
  return { name, scenario, setup, eventsPerSecond: (events * 1_000_000) / Math.max(1, at) }
}

export function busiestScenario(): Busiest {
  const all = Object.entries(scenarios).map(([name, scenario]) => measured(name, scenario))
  found ??= all.reduce((most, one) => (one.eventsPerSecond > most.eventsPerSecond ? one : most))
  return found
}
