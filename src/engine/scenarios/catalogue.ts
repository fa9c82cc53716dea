/** The built-in scenarios by name, in the order in which the picker shows them. */
import type { Scenario } from '../contract/scenario.ts'
import { fourOfSix } from './fourOfSix.ts'

/** With the stable number under which links carry each; numbers are never given twice. */
const numbered: [number, Scenario][] = [[1, fourOfSix]]

export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  numbered.map(([, scenario]) => [scenario.name, scenario]),
)

export const scenarioNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  numbered.map(([number, scenario]) => [scenario.name, number]),
)

/** What the page opens on without a link. */
export const openingName = 'four-of-six'
