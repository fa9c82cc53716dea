/** Two bills for one day, read off the reports of both. */
import { expect, test } from 'vitest'
import type { Scenario } from '../contract/scenario.ts'
import { parseScenario } from '../formats/parseScenario.ts'
import { reportOf } from '../report/reportOf.ts'
import { createSimulation, runUntil } from '../simulation.ts'
import { everything } from '../wings/everything.ts'
import { billOfAcus, billOfAnInstance } from './twoBills.ts'

function costOf(scenario: Scenario) {
  const parsed = parseScenario(scenario)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const simulation = createSimulation(parsed.setup, everything)
  runUntil(simulation, parsed.setup.untilMicros, Number.MAX_SAFE_INTEGER)
  const nothing = { digest: '', watched: [], capacity: [], broken: [], expectations: [] }
  return reportOf(simulation.world, nothing).cost
}

test('B2, B8, S8: eight visits cost by the ACU an eighth of an instance that stays', () => {
  const fixed = costOf(billOfAnInstance)
  const elastic = costOf(billOfAcus)
  expect(fixed.compute).toBe('6.24')
  // 8 visits of 20 minutes and a wait of 5 at 2 ACU are $0.80; while it waits it shrinks.
  expect(Number(elastic.compute)).toBeGreaterThan(0.66)
  expect(Number(elastic.compute)).toBeLessThan(0.8)
  expect(elastic.storage).toBe(fixed.storage)
  expect(Math.abs(Number(elastic.io) - Number(fixed.io))).toBeLessThan(0.01)
})
