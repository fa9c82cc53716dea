/** What the page opens on is the scenario of that name, to the last number. */
import { expect, test } from 'vitest'
import { scenarios, openingName } from '../scenarios/catalogue.ts'
import { openingRun } from './openingRun.ts'
import { resolveScenario } from './resolveScenario.ts'

test('the opening worked out beforehand is the opening', () => {
  const { scenario, setup, recording } = openingRun(openingName)!
  expect(scenario).toBe(scenarios[openingName])
  expect(setup).toEqual(resolveScenario(scenario))
  expect(Object.keys(setup.parameters)).toEqual(Object.keys(resolveScenario(scenario).parameters))
  expect(recording.seed).toBe(setup.seed)
  expect(openingRun(`#${openingName}`)).not.toBeNull()
  expect(openingRun('az-plus-one')).toBeNull()
})
