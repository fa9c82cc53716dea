/** A scenario is read by its format; what it says in SQL is read by the grammar of its cluster. */
import { parseScenario as parseFormat, type ParsedScenario } from './formats/parseScenario.ts'
import { problemsOfTables } from './wings/sqlQuestions.ts'

export function parseScenario(input: unknown): ParsedScenario {
  const parsed = parseFormat(input)
  if (!parsed.ok) return parsed
  const problems = problemsOfTables(parsed.setup.dialect, parsed.setup.tables)
  return problems.length > 0 ? { ok: false, problems } : parsed
}
