/**
 * Fact patterns (Formats §1): one closed form for expectations, goals, breakpoints and searches.
 * `where` holds when each field named has the value, one of the values, or lies in the range; a
 * field that is a list holds when one of its members does.
 */
import type { Fact } from '../contract/facts.ts'
import type { FactPattern, PatternScalar } from '../contract/pattern.ts'
import type { Report } from '../contract/report.ts'
import { checkPattern } from './checkPattern.ts'
import { parseDuration } from './duration.ts'
import { patternSchema } from './patternSchema.ts'
import type { Problem } from './problem.ts'
import { schemaProblems } from './schemaProblems.ts'

type Condition = NonNullable<FactPattern['where']>[string]

function isInRange(value: unknown, { min, max }: { min?: number; max?: number }): boolean {
  return typeof value === 'number' && value >= (min ?? -Infinity) && value <= (max ?? Infinity)
}

function fits(value: unknown, condition: Condition): boolean {
  if (Array.isArray(value)) return value.some(member => fits(member, condition))
  if (Array.isArray(condition)) return condition.includes(value as PatternScalar)
  return typeof condition === 'object' ? isInRange(value, condition) : value === condition
}

/** True for each fact that the pattern means; `count` is not looked at. */
export function matchPattern(pattern: FactPattern): (fact: Fact) => boolean {
  const { fact: name, where = {}, within } = pattern
  const conditions = Object.entries(where)
  const from = parseDuration(within?.[0]) ?? 0
  const to = parseDuration(within?.[1]) ?? Infinity
  return ({ fact, at, parameters }) => {
    if (fact !== name || at < from || at > to) return false
    const fields = parameters as Record<string, unknown>
    return conditions.every(([field, condition]) => fits(fields[field], condition))
  }
}

/** At least once when nothing else is said; only `max` given means from none up. */
export function isCountMet({ count }: FactPattern, found: number): boolean {
  if (count === undefined) return found >= 1
  return found >= (count.min ?? 0) && found <= (count.max ?? Infinity)
}

/** How many facts each pattern means, told one by one as the run goes. */
export interface PatternCounts {
  patterns: readonly FactPattern[]
  found: number[]
  tell: (fact: Fact) => void
}

export function countPatterns(patterns: readonly FactPattern[]): PatternCounts {
  const tests = patterns.map(matchPattern)
  const found = patterns.map(() => 0)
  const tell = (fact: Fact) => {
    for (let k = 0; k < tests.length; k++) if (tests[k]?.(fact)) found[k] = (found[k] ?? 0) + 1
  }
  return { patterns, found, tell }
}

export function checkExpectations({ patterns, found }: PatternCounts): Report['expectations'] {
  return patterns.map((pattern, k) => {
    const times = found[k] ?? 0
    return { pattern, held: isCountMet(pattern, times), found: times }
  })
}

/** A pattern from outside, or all its problems. */
export function parsePattern(
  input: unknown,
): { ok: true; pattern: FactPattern } | { ok: false; problems: Problem[] } {
  const fields = checkPattern({ value: input, path: [] })
  const problems = [...schemaProblems(patternSchema, input), ...fields]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pattern: input as FactPattern }
}
