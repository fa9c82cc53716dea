/**
 * Refusals of text, in the edition's words: the token at which no statement could go on (V3), and
 * what is SQL but not done here (V2).
 */
import type { Dialect, SqlError } from '../contract/sql.ts'
import type { Token } from './scanTokens.ts'
import type { Piece } from './splitStatements.ts'

/** MySQL cites so much of the text, from the token on. */
const citedCharacters = 80

/** A comma has been read past when it turns out wrong; so has a comment that does not end. */
function citedFrom({ text, tokens }: Piece, position: number): number {
  const token = tokens.find(({ from }) => from === position)
  const cited = token ? text.slice(token.from, token.to) : ''
  return token && (cited === ',' || cited.startsWith('/*')) ? token.to : position
}

function mysqlSyntax(piece: Piece, position: number): SqlError {
  const { text } = piece
  const line = text.slice(0, position).split('\n').length
  const near = text.slice(citedFrom(piece, position)).slice(0, citedCharacters)
  const message =
    'You have an error in your SQL syntax; check the manual that corresponds to your MySQL ' +
    `server version for the right syntax to use near '${near}' at line ${line}`
  return { kind: 'syntax', code: 1064, sqlstate: '42000', message, position }
}

function postgresqlSyntax(piece: Piece, position: number): SqlError {
  const { text, tokens, isEnded } = piece
  const token = tokens.find(({ from }) => from === position)
  const cited = token ? text.slice(token.from, token.to) : isEnded ? ';' : null
  const what = token === undefined ? 'syntax error' : whatIsWrong(token, cited!)
  const message = cited === null ? `${what} at end of input` : `${what} at or near "${cited}"`
  return { kind: 'syntax', code: '42601', sqlstate: '42601', message, position }
}

function whatIsWrong({ kind }: Token, cited: string): string {
  if (kind === 'number' && /[a-z_$]/i.test(cited.replace(/e[-+]?\d+$/i, ''))) {
    return 'trailing junk after numeric literal'
  }
  return kind === 'open' ? openWhat(cited) : 'syntax error'
}

function openWhat(cited: string): string {
  if (cited.startsWith('/*')) return 'unterminated /* comment'
  if (cited.startsWith('"')) return 'unterminated quoted identifier'
  return cited.startsWith('$') ? 'unterminated dollar-quoted string' : 'unterminated quoted string'
}

/** `place`: where the parser gave up; the token there or after it is the one to tell. */
export function syntaxError(piece: Piece, place: number, dialect: Dialect): SqlError {
  const { text, tokens } = piece
  const token = tokens.find(({ kind }) => kind === 'open') ?? tokens.find(({ to }) => to > place)
  const position = token?.from ?? text.length
  const isPostgresql = dialect === 'postgresql-16'
  return isPostgresql ? postgresqlSyntax(piece, position) : mysqlSyntax(piece, position)
}

/** `LIMIT 1, 2` in PostgreSQL. */
export function limitPairError({ text, tokens }: Piece): SqlError {
  const words = tokens.filter(({ from, to }) => text.slice(from, to).toLowerCase() === 'limit')
  const message = 'LIMIT #,# syntax is not supported'
  return {
    kind: 'syntax',
    code: '42601',
    sqlstate: '42601',
    message,
    position: words.at(-1)?.from ?? 0,
  }
}

const supported =
  'It does SELECT of one table with WHERE, GROUP BY, HAVING, ORDER BY, LIMIT, subqueries as ' +
  'values and row locks; INSERT … VALUES, UPDATE, DELETE; transactions and savepoints; SET and ' +
  'SHOW; CREATE, ALTER and DROP of tables and indexes.'

/** SQL of the edition that the playground does not do. */
export function unsupportedError(what: string, position: number, dialect: Dialect): SqlError {
  const message = `The playground does not do ${what}. ${supported}`
  const isPostgresql = dialect === 'postgresql-16'
  const codes = isPostgresql
    ? { code: '0A000', sqlstate: '0A000' }
    : { code: 1235, sqlstate: '42000' }
  return { kind: 'unsupported', ...codes, message, position }
}
