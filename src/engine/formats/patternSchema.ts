/** The definition of a fact pattern (Formats §1): what `expect` and breakpoints are written in. */
import * as v from 'valibot'
import { factKeys } from './factFields.ts'
import { duration, listOf, oneOf, record, whole, words } from './schemaParts.ts'

const scalar = v.union([words(200), v.number(), v.boolean()])

const range = record({ min: v.optional(v.number()), max: v.optional(v.number()) })

const condition = v.pipe(
  v.union([scalar, listOf(scalar, 100), range]),
  v.description('a value, a list of values, or { "min", "max" }'),
)

const count = v.pipe(
  record({ min: v.optional(whole(0, 1e9)), max: v.optional(whole(0, 1e9)) }),
  v.description('{ "min", "max" }, either may be left out'),
)

export const patternSchema = record({
  fact: oneOf(factKeys as [string, ...string[]]),
  where: v.optional(v.record(v.string(), condition)),
  within: v.optional(
    v.pipe(
      v.array(duration),
      v.length(2),
      v.description('a list of two lengths of time, from and to'),
    ),
  ),
  count: v.optional(count),
})
