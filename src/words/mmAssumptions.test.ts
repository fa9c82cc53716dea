/** Every choice that the stage marks as assumed is marked so in the specification. */
import { readFileSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import { assumptionTerms, mmAssumptions } from './mmAssumptions.ts'

const spec = readFileSync('src/engine/SPEC.md', 'utf8')

it.each(Object.entries(mmAssumptions))('%s is a rule that says assumption', (id, { rule }) => {
  expect(rule).toBe(id)
  const row = spec.split('\n').find(line => line.startsWith(`| ${rule} |`))
  expect(row).toContain('*assumption*')
})

test('a term says that it is assumed, and by which rule', () => {
  expect(assumptionTerms()['assumption T8']).toMatch(
    /^Assumption, rule T8 of the specification: not documented by AWS\. /,
  )
})
