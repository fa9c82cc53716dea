/** The grammar of typed SQL, apart from what runs it, so that a page can load each by itself. */
import { parseColumn, parseSql } from '../sql/parseSql.ts'

export const sqlGrammar = { parseSql, parseColumn }
