/** The built-in scenarios by name, in the order in which the picker shows them. */
import type { Scenario } from '../contract/scenario.ts'
import { fourOfSix } from './fourOfSix.ts'

const all: Scenario[] = [fourOfSix]

export const scenarios: Readonly<Record<string, Scenario>> = Object.fromEntries(
  all.map(scenario => [scenario.name, scenario]),
)

export const openingName = 'four-of-six'
