/** The door for lines of a sweep (Formats §5): a text becomes a line, or all its problems. */
import * as v from 'valibot'
import type { SweepLine } from '../contract/sweep.ts'
import { patternSchema } from './patternSchema.ts'
import type { Problem } from './problem.ts'
import { schemaProblems } from './schemaProblems.ts'
import * as part from './schemaParts.ts'

const count = part.whole(0, Number.MAX_SAFE_INTEGER)

const names = part.listOf(part.words(80), 1_000)

const brokenLaw = part.record({
  id: part.words(80),
  at: count,
  key: part.words(80),
  parameters: v.pipe(v.record(v.string(), v.unknown()), v.description('an object')),
})

const failed = part.record({ pattern: patternSchema, held: v.boolean(), found: count })

const where = part.record({
  pattern: patternSchema,
  held: v.pipe(v.boolean(), v.description('true or false')),
  found: count,
  firstAt: v.nullable(count),
})

const lineSchema = part.record({
  scenario: part.name,
  seed: part.whole(0, 4_294_967_295),
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/), v.description('16 hexadecimal digits')),
  at: count,
  events: count,
  transactions: counts(['committed', 'rolledBack', 'retried', 'unknown', 'open']),
  conflicts: counts(['inFlight', 'staleBase', 'noWinner', 'rowOwned', 'deadlock', 'lockTimeout']),
  anomalies: names,
  broken: part.listOf(brokenLaw, 1_000),
  failed: part.listOf(failed, 1_000),
  where: v.nullable(where),
})

function counts(fields: string[]) {
  return part.record(Object.fromEntries(fields.map(field => [field, count])))
}

export function parseSweepLine(
  text: string,
): { ok: true; line: SweepLine } | { ok: false; problems: Problem[] } {
  const input = jsonOf(text)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = 'is not a run as sweep writes it'
    return {
      ok: false,
      problems: [{ path: '', message, allowed: 'a line of JSON that sweep wrote' }],
    }
  }
  const problems = schemaProblems(lineSchema, input)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, line: input as SweepLine }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
