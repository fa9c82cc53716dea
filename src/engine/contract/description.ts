/** What the page learns once at start: ranges, names and catalogues; the same as `describe()`. */
import type { CommandName } from './commands.ts'
import type { FactKey } from './facts.ts'
import type { FaultDescription } from './faults.ts'
import type { ParameterDescription } from './parameters.ts'

export interface ScenarioCard {
  name: string
  title: string
  question: string
  tags: string[]
}

export interface LawCard {
  id: string
  title: string
}

export interface Description {
  formatVersion: 1
  scenarios: ScenarioCard[]
  parameters: ParameterDescription[]
  faults: FaultDescription[]
  commands: CommandName[]
  /** Every fact with the fields that a pattern may ask for. */
  facts: { fact: FactKey; fields: string[] }[]
  laws: LawCard[]
  /** The link answers of the page's own scenario picker etc. need no more than this. */
  speeds: string[]
}
