/** The standard prices are the defaults of the parameters, resolved. */
import { expect, test } from 'vitest'
import { billParameterNames } from '../../formats/billParameters.ts'
import { parameterTable, resolveParameter, resolvePrices } from '../../formats/parameterTable.ts'
import { standardPrices } from './standardPrices.ts'

test('B8, B9: prices of the table', () => {
  const resolved = billParameterNames.map(name => {
    const row = parameterTable[name]
    return [name, resolveParameter(row, row.default)]
  })
  expect(Object.fromEntries(resolved)).toEqual(standardPrices)
})

test('B8: only prices that are given stand in the setup', () => {
  expect(resolvePrices({})).toEqual({})
  expect(resolvePrices({ 'billing.instanceHourT3': 0.1 })).toEqual({
    'billing.instanceHourT3': 100_000,
  })
})
