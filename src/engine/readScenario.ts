/** A scenario is read by its format, and what it says in SQL by the grammar of its cluster. */
import { parseScenario as parseFormat, type ParsedScenario } from './formats/parseScenario.ts'
import { withProblems } from './formats/withProblems.ts'
import { sqlGrammar } from './wings/sqlGrammar.ts'
import { sqlQuestions } from './wings/sqlQuestions.ts'

const { problemsOf } = sqlQuestions(sqlGrammar)

export function readScenario(input: unknown): ParsedScenario {
  return withProblems(parseFormat(input), problemsOf)
}
