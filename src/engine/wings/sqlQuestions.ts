/** Questions that need the grammar of typed SQL, for the worker and the command line. */
import { rowsOfTable, type SqlWords, wordsOf } from '../aurora/sql/askSql.ts'
import { readTable, type SqlGrammar } from '../aurora/sql/sqlTables.ts'
import type { World } from '../aurora/world.ts'
import type { Setup } from '../contract/scenario.ts'
import type { RowsAnswer, RowsQuestion } from '../contract/sqlView.ts'
import { parseScenario, type ParsedScenario } from '../formats/parseScenario.ts'
import type { Problem } from '../formats/problem.ts'

export interface SqlQuestions {
  rows(world: World, question: RowsQuestion): RowsAnswer
  words(world: World): SqlWords
  /** A scenario is read by its format, and what it says in SQL by the grammar of its cluster. */
  parseScenario(input: unknown): ParsedScenario
}

export function sqlQuestions(grammar: SqlGrammar): SqlQuestions {
  return {
    rows: (world, question) => rowsOfTable(world, grammar, question),
    words: world => wordsOf(world, grammar),
    parseScenario: input => {
      const parsed = parseScenario(input)
      const problems = parsed.ok ? problemsOfTables(grammar, parsed.setup) : []
      return problems.length > 0 ? { ok: false, problems } : parsed
    },
  }
}

/** Columns and indexes of a scenario's tables that the grammar cannot read, with their paths. */
function problemsOfTables(grammar: SqlGrammar, { dialect, tables }: Setup): Problem[] {
  return tables.flatMap((table, place) => {
    const read = readTable(grammar, dialect, table)
    if (read.ok) return []
    return read.problems.map(({ part, place: at, message }) => ({
      path: part === 'table' ? `tables[${place}]` : `tables[${place}].${part}[${at}]`,
      message,
      allowed: part === 'columns' ? 'a column as "id int primary key"' : null,
    }))
  })
}
