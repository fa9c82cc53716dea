/** The parameter table: numbers never change, defaults lie in their ranges, sources are named. */
import { expect, test } from 'vitest'
import { describeParameters, isInRange, parameterRows } from './parameterRows.ts'
import { parameterNames, resolveParameters } from './parameterTable.ts'

test('the numbers that links carry never change and never meet', () => {
  const numbers = parameterNames.map(name => parameterRows[name].number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(
    Object.fromEntries(parameterNames.map(name => [parameterRows[name].number, name])),
  ).toMatchSnapshot()
})

test.each(parameterNames)('%s: default in range, source named', name => {
  const row = parameterRows[name]
  expect(isInRange(row, row.default)).toBe(true)
  for (const bound of row.range) expect(isInRange(row, bound)).toBe(true)
  expect(row.source).not.toBe('')
  expect(row.summary).toMatch(/^[A-Z].*\.$/)
})

test('defaults, resolved to microseconds, parts per million and counts', () => {
  const values = resolveParameters({})
  expect(values['network.crossAzOneWay']).toBe(750)
  expect(values['network.tailProbability']).toBe(1_000)
  expect(values['network.duplication']).toBe(0)
  expect(values['instance.restart']).toBe(15_000_000)
  expect(values['storage.boxcarStart']).toBe(50)
})

test('what describe() tells is in the form in which people write it', () => {
  const [first] = describeParameters()
  expect(first).toEqual({
    name: 'network.sameAzOneWay',
    unit: 'duration',
    min: '0.1ms',
    max: '5ms',
    default: '0.25ms',
    basis: 'assumption',
    source: 'not published',
    summary: 'Mean one-way delay inside a zone.',
  })
})
