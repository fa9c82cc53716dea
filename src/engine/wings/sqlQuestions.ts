/** Questions that need the grammar of typed SQL, for the worker and the command line. */
import { rowsOfTable, type SqlWords, wordsOf } from '../aurora/sql/askSql.ts'
import { readTable, type SqlGrammar } from '../aurora/sql/sqlTables.ts'
import type { World } from '../aurora/world.ts'
import type { Setup } from '../contract/scenario.ts'
import type { RowsAnswer, RowsQuestion } from '../contract/sqlView.ts'
import type { Problem } from '../formats/problem.ts'

export interface SqlQuestions {
  rows(world: World, question: RowsQuestion): RowsAnswer
  words(world: World): SqlWords
  /** What a scenario says in SQL and the grammar of its cluster cannot read, with its paths. */
  problemsOf(setup: Setup): Problem[]
}

export function sqlQuestions(grammar: SqlGrammar): SqlQuestions {
  return {
    rows: (world, question) => rowsOfTable(world, grammar, question),
    words: world => wordsOf(world, grammar),
    problemsOf: setup => problemsOfTables(grammar, setup),
  }
}

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
