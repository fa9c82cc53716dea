/** A fact as a phrase of the catalogue: what is nested in it, such as a command, laid flat. */
import type { Fact } from '../engine/contract/facts.ts'
import type { Sayable } from './say.ts'

type Values = Sayable['parameters']

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function flat(parameters: object): [string, Values[string]][] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    isNested(value) ? flat(value) : [[name, value] as [string, Values[string]]],
  )
}

export function sayableFact({ fact, parameters }: Fact): Sayable {
  return { key: `fact.${fact}`, parameters: Object.fromEntries(flat(parameters)) }
}
