/**
 * What the page and `window.playground` learn once at start: catalogues, names and ranges. Faults
 * depend on the cluster and laws on the checkers, so both are handed in.
 */
import type { Description, LawCard, ScenarioCard } from '../contract/description.ts'
import type { FactKey } from '../contract/facts.ts'
import type { FaultDescription } from '../contract/faults.ts'
import type { Scenario } from '../contract/scenario.ts'
import { scenarios } from '../scenarios/catalogue.ts'
import { commandNames } from './commandSchema.ts'
import { factKeys, fieldsOf } from './factFields.ts'
import { describeParameters } from './parameterRows.ts'
import { speeds } from './speeds.ts'

function cardOf({ name, title, question, tags = [] }: Scenario): ScenarioCard {
  return { name, title, question, tags: [...tags] }
}

export function describeScenarios(): ScenarioCard[] {
  return Object.values(scenarios).map(cardOf)
}

function describeFacts(): Description['facts'] {
  return factKeys.map(fact => ({ fact: fact as FactKey, fields: fieldsOf(fact) }))
}

export function describe(faults: FaultDescription[], laws: LawCard[]): Description {
  return {
    formatVersion: 1,
    scenarios: describeScenarios(),
    parameters: describeParameters(),
    faults,
    commands: [...commandNames],
    facts: describeFacts(),
    laws,
    speeds: [...speeds],
  }
}
