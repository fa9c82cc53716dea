/** A fact as a phrase of the catalogue: what is nested in it, such as a command, laid flat. */
import type { Fact } from '../../../engine/contract/facts.ts'
import type { Sayable } from '../../../words/say.ts'

type Values = Sayable['parameters']

function flat(parameters: object): Values {
  const values: Values = {}
  for (const [name, value] of Object.entries(parameters)) {
    const isNested = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isNested) Object.assign(values, flat(value))
    else values[name] = value
  }
  return values
}

export function sayableFact({ fact, parameters }: Fact): Sayable {
  return { key: `fact.${fact}`, parameters: flat(parameters) }
}
