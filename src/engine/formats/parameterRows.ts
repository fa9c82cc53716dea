/**
 * Every tunable with all that is known of it: beside unit and default its range, basis, source,
 * summary and stable number. What is written and read needs it, what runs does not.
 */
import type { ParameterDescription, ParameterName } from '../contract/parameters.ts'
import { billParameters } from './billParameters.ts'
import { billingParameters } from './billingParameters.ts'
import { databaseParameters } from './databaseParameters.ts'
import { choiceParameters } from './choiceParameters.ts'
import { mechanismParameters } from './mechanismParameters.ts'
import { modifyParameters } from './modifyParameters.ts'
import { networkParameters } from './networkParameters.ts'
import { outageParameters } from './outageParameters.ts'
import type { ParameterCard, ParameterRow } from './parameterRow.ts'
import { parameterNames, parameterTable, resolveParameter } from './parameterTable.ts'
import { serverlessV1Parameters } from './serverlessV1Parameters.ts'
import { serverlessV2Parameters } from './serverlessV2Parameters.ts'
import { sqlParameters } from './sqlParameters.ts'
import { storageParameters } from './storageParameters.ts'

const cards: Record<ParameterName, ParameterCard> = {
  ...networkParameters,
  ...storageParameters,
  ...databaseParameters,
  ...mechanismParameters,
  ...choiceParameters,
  ...outageParameters,
  ...billingParameters,
  ...billParameters,
  ...sqlParameters,
  ...serverlessV1Parameters,
  ...serverlessV2Parameters,
  ...modifyParameters,
}

function rowOf(name: ParameterName): [ParameterName, ParameterRow] {
  return [name, { ...parameterTable[name], ...cards[name] }]
}

export const parameterRows = Object.fromEntries(parameterNames.map(rowOf)) as Record<
  ParameterName,
  ParameterRow
>

export function isInRange(row: ParameterRow, value: string | number): boolean {
  const [min, max] = row.range.map(bound => resolveParameter(row, bound) ?? 0)
  const resolved = resolveParameter(row, value)
  return resolved !== null && resolved >= (min ?? 0) && resolved <= (max ?? 0)
}

export function describeParameters(): ParameterDescription[] {
  return parameterNames.map(name => {
    const { unit, range, default: standard, basis, source, summary } = parameterRows[name]
    return { name, unit, min: range[0], max: range[1], default: standard, basis, source, summary }
  })
}
