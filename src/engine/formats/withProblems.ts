/** A scenario that its format allows may say, in SQL, what the grammar of its cluster does not. */
import type { Setup } from '../contract/scenario.ts'
import type { ParsedScenario } from './parseScenario.ts'
import type { Problem } from './problem.ts'

export function withProblems(
  parsed: ParsedScenario,
  problemsOf: (setup: Setup) => Problem[],
): ParsedScenario {
  const problems = parsed.ok ? problemsOf(parsed.setup) : []
  return problems.length > 0 ? { ok: false, problems } : parsed
}
