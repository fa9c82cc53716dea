/** Questions about typed SQL that need its grammar, for the worker and the command line. */
import { rowsOfTable, type SqlWords, wordsOf } from '../aurora/sql/askSql.ts'
import { readTable } from '../aurora/sql/sqlTables.ts'
import type { World } from '../aurora/world.ts'
import type { Setup } from '../contract/scenario.ts'
import type { Dialect } from '../contract/sql.ts'
import type { RowsAnswer, RowsQuestion } from '../contract/sqlView.ts'
import type { Problem } from '../formats/problem.ts'
import { parseColumn, parseSql } from '../sql/parseSql.ts'

export type { SqlWords } from '../aurora/sql/askSql.ts'

const grammar = { parseSql, parseColumn }

export function sqlRows(world: World, question: RowsQuestion): RowsAnswer {
  return rowsOfTable(world, grammar, question)
}

export function sqlWords(world: World): SqlWords {
  return wordsOf(world, grammar)
}

/** Columns and indexes of a scenario's tables that the grammar cannot read, with their paths. */
export function problemsOfTables(dialect: Dialect, tables: Setup['tables']): Problem[] {
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
