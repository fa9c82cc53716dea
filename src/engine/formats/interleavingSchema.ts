/**
 * The definition of an interleaving (Formats §8): sessions whose steps are dealt in file order. It
 * validates and carries the words for what is allowed.
 */
import * as v from 'valibot'
import * as part from './schemaParts.ts'

/** As the engine reads at most of one text. */
const sql = part.words(10_000)

/** Sessions and instances by the name given. */
const anyName = part.words(40)

const value = v.pipe(
  v.union([
    v.null(),
    v.pipe(v.number(), v.finite()),
    v.boolean(),
    v.pipe(v.string(), v.maxLength(1_000)),
  ]),
  v.description('null, a number, a text of at most 1000 characters, true or false'),
)

const gapRule = 'settled, or a length of time with its unit, as "1ms"'

const gap = v.pipe(v.union([v.literal('settled'), part.duration]), v.description(gapRule))

const table = part.record({
  table: part.words(64),
  columns: part.listOf(part.words(80), 40),
  rows: part.listOf(part.listOf(value, 40), 1_000),
})

const setupRule = 'an object with the keys table, columns, rows, or a list of statements'

const setup = v.pipe(v.union([table, part.listOf(sql, 1_000)]), v.description(setupRule))

const step = part.record({ session: anyName, sql, gap: v.optional(gap) })

const single = part.record({
  id: part.words(80),
  edition: part.oneOf(['mysql', 'postgresql']),
  isolation: part.oneOf(['read uncommitted', 'read committed', 'repeatable read', 'serializable']),
  release: v.optional(part.oneOf(['5.6', '8.0', '16'])),
  topology: v.optional(part.oneOf(['single-master', 'multi-master'])),
  on: v.optional(
    v.pipe(
      v.record(anyName, anyName),
      v.description('session names, each with the instance it uses'),
    ),
  ),
  setup: v.optional(setup),
  gap: v.optional(gap),
  steps: v.pipe(v.array(step), v.maxLength(1_000), v.description('a list of at most 1000 steps')),
})

export const interleavingSchema = part.record({
  format: part.oneOf(['interleaving/1']),
  setup: v.optional(setup),
  gap: v.optional(gap),
  cases: v.pipe(v.array(single), v.maxLength(1_000), v.description('a list of at most 1000 cases')),
})

export type InterleavingFile = v.InferOutput<typeof interleavingSchema>
