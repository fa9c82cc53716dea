/** What only a bill needs of a scenario: classes by name, and prices that are not the standard. */
import type { Scenario, Setup } from '../contract/scenario.ts'
import { defaultInstanceClass, serverlessClass } from './instanceClass.ts'
import { resolvePrices } from './parameterTable.ts'

type WrittenInstance = Scenario['cluster']['instances'][number]

const unnamed: readonly (string | undefined)[] = [undefined, defaultInstanceClass, serverlessClass]

export function namedClass({
  class: given,
}: WrittenInstance): Pick<Setup['instances'][number], 'class'> {
  return given === undefined || unnamed.includes(given) ? {} : { class: given }
}

export function resolveBill({ parameters }: Scenario['cluster']): Pick<Setup, 'prices'> {
  const prices = resolvePrices(parameters ?? {})
  return Object.keys(prices).length === 0 ? {} : { prices }
}
