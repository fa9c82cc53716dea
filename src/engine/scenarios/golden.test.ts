/**
 * Every built-in scenario is executed to its end: its expectations hold, no law breaks, and its
 * digest is the golden one, which is the same in every JavaScript engine (Formats §3).
 */
import { expect, test } from 'vitest'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { checkExpectations, countPatterns } from '../formats/pattern.ts'
import { digest } from '../digest.ts'
import { createSimulation, listen, runUntil } from '../simulation.ts'
import { openingName, scenarios } from './catalogue.ts'
import { everything } from '../wings/everything.ts'

/** The opening goes on as it began until somebody breaks something: ten seconds of it will do. */
const openingMicros = 10_000_000

/** An experiment that goes wrong: a law stops it. */
function isToBreak({ expect: wanted = [] }: Scenario): boolean {
  return wanted.some(({ fact, count }) => fact === 'LawBroken' && count?.max !== 0)
}

const digests: Record<string, { at: number; events: number; digest: string }> = {}

function setupOf(scenario: Scenario) {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.setup
}

test.each(Object.entries(scenarios))('%s: what it expects holds', (name, scenario) => {
  const setup = setupOf(scenario)
  const simulation = createSimulation(setup, everything)
  const counts = countPatterns(scenario.expect ?? [])
  listen(simulation, counts.tell, true)
  const end = name === openingName ? openingMicros : setup.untilMicros
  const outcome = runUntil(simulation, end, Infinity)
  expect(outcome.stopped).toBe(isToBreak(scenario) ? 'law' : 'reached')
  expect(checkExpectations(counts).filter(({ held }) => !held)).toEqual([])
  const { at, events } = outcome
  digests[name] = { at, events, digest: digest(simulation) }
})

test('the digests are the golden ones', async () => {
  const text = `${JSON.stringify(digests, null, 2)}\n`
  await expect(text).toMatchFileSnapshot('./__golden__/digests.json')
})
