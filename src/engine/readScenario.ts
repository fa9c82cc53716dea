/** A scenario with what it says in SQL, read at once, for whoever need not count bytes. */
import { sqlGrammar } from './wings/sqlGrammar.ts'
import { sqlQuestions } from './wings/sqlQuestions.ts'

export const { parseScenario } = sqlQuestions(sqlGrammar)
