/**
 * Runs every built-in scenario to the instant of its golden digest, by the door of the engine:
 * its outcome by its name. An experiment that a law stops ends there, in every engine.
 */
import { createSimulation, runUntil } from '../../src/engine/index.ts'
import { everything, digest, parseScenario, scenarios } from '../../src/engine/answers.ts'
import golden from '../../src/engine/scenarios/__golden__/digests.json'

function digestOf(scenario) {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(`${scenario.name}: ${JSON.stringify(parsed.problems)}`)
  const simulation = createSimulation(parsed.setup, everything)
  const end = golden[scenario.name]?.at ?? parsed.setup.untilMicros
  const { at, events } = runUntil(simulation, end, Infinity)
  return { at, events, digest: digest(simulation) }
}

export function digests() {
  const digestsByName = {}
  for (const [name, scenario] of Object.entries(scenarios)) {
    digestsByName[name] = digestOf(scenario)
  }
  return digestsByName
}
