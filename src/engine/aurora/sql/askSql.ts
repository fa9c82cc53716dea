/**
 * What is asked of typed SQL: rows of a table with their versions and locks, and the words that an
 * editor completes. Before the first statement the scenario's tables are shown as they will be.
 */
import type { RowsAnswer, RowsQuestion } from '../../contract/sqlView.ts'
import type { StatementRecord } from '../../contract/sql.ts'
import { rowsOf } from '../relations/questions/rowsOf.ts'
import { createRelations } from '../relations/createRelations.ts'
import type { Desk, Relations } from '../relations/relations.ts'
import type { World } from '../world.ts'
import { tablesOf } from './awaken.ts'
import type { SqlGrammar } from './sqlTables.ts'

/** Most rows of one answer. */
const mostRows = 200

export function statementsOf({ sql }: World): StatementRecord[] {
  return sql?.statements.map(({ record }) => record) ?? []
}

/** A table that is not there has no columns and no rows. */
export function rowsOfTable(world: World, grammar: SqlGrammar, question: RowsQuestion): RowsAnswer {
  const count = Math.max(0, Math.min(question.count, mostRows))
  const asked = { ...question, count }
  const { table } = question
  const none = { table, columns: [], rowCount: 0, rowsPerPage: 0, rows: [] }
  return rowsOf(relationsOf(world, grammar), desksOf(world), asked) ?? none
}

function desksOf({ sql }: World): Desk[] {
  return sql?.places.map(({ desk }) => desk) ?? []
}

function relationsOf(world: World, grammar: SqlGrammar): Relations {
  if (world.sql) return world.sql.relations
  let page = world.pageRecords.length
  return createRelations(world.setup.dialect, tablesOf(world, grammar), () => page++)
}

const keywords =
  'ADD ALTER AND AS ASC AVG BEGIN BETWEEN BY CASE COLUMN COMMIT COMMITTED COUNT CREATE DEFAULT ' +
  'DELETE DESC DISTINCT DROP ELSE END EXISTS FOR FROM GROUP HAVING IF IN INDEX INSERT INTO IS ' +
  'ISOLATION KEY LEVEL LIKE LIMIT MAX MIN NOT NOWAIT NULL OFFSET ON ONLY OR ORDER PRIMARY READ ' +
  'RELEASE REPEATABLE ROLLBACK SAVEPOINT SELECT SERIALIZABLE SESSION SET SHARE SHOW SKIP LOCKED ' +
  'START SUM TABLE THEN TO TRANSACTION TRUNCATE UNCOMMITTED UNIQUE UPDATE VALUES WHEN WHERE WRITE'

const ofMysql = ' AUTO_INCREMENT DUPLICATE LOCK MODE SLEEP VARCHAR INT DECIMAL TEXT BOOLEAN'
const ofPostgresql = ' CONFLICT DO NOTHING RETURNING ILIKE SERIAL INTEGER NUMERIC TEXT BOOLEAN'

export interface SqlWords {
  keywords: string[]
  tables: { name: string; columns: string[] }[]
}

export function wordsOf(world: World, grammar: SqlGrammar): SqlWords {
  const isPostgresql = world.setup.dialect === 'postgresql-16'
  const words = keywords + (isPostgresql ? ofPostgresql : ofMysql)
  const tables = [...relationsOf(world, grammar).tables.values()].map(({ name, columns }) => ({
    name,
    columns: columns.map(column => column.name),
  }))
  return { keywords: words.split(' '), tables }
}
