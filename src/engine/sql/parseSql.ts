/**
 * Text to statements, in the grammar of a dialect. Never throws: a statement that cannot be read
 * has its error, and the others are read all the same. Time is bounded by the length and the
 * nesting of the text, which are looked at first (V1).
 */
/// <reference path="./grammar/peggy.d.ts" />
import type { Dialect, SqlError } from '../contract/sql.ts'
import type { ParseColumn, Parsed, ParseSql } from '../contract/statement.ts'
import { freezeDeep } from './freezeDeep.ts'
import { parse } from './grammar/sql.peggy'
import { nestingOf } from './nestingOf.ts'
import { readDigits } from './readDigits.ts'
import { type Piece, splitStatements } from './splitStatements.ts'
import { limitPairError, syntaxError, unsupportedError } from './syntaxError.ts'
import { isCallable, isLabel, isReserved } from './words.ts'

const most = { characters: 10_000, statements: 100, nesting: 100, depth: 400 }

type Read<T> = { ok: true; value: T } | { ok: false; error: SqlError }

function numberOf(digits: string): number | { text: string } {
  const read = readDigits(digits)
  if (read === null) throw { unsupported: `a number such as ${digits.slice(0, 40)}`, at: 0 }
  return read
}

function optionsOf(dialect: Dialect, startRule: string): object {
  const isPostgresql = dialect === 'postgresql-16'
  return {
    startRule,
    dialect,
    isReserved: (word: string) => isReserved(word, dialect),
    isCallable: (word: string) => isCallable(word, dialect),
    isLabel,
    fold: (word: string) =>
      isPostgresql ? word.replace(/[A-Z]+/g, low => low.toLowerCase()) : word,
    number: numberOf,
  }
}

interface Thrown {
  limitPair?: true
  unsupported?: string
  at?: number
  location?: { start: { offset: number } }
}

function errorOf(thrown: Thrown, piece: Piece, dialect: Dialect): SqlError {
  const isOpen = piece.tokens.some(({ kind }) => kind === 'open')
  if (thrown.unsupported !== undefined && !isOpen) {
    return unsupportedError(thrown.unsupported, thrown.at ?? 0, dialect)
  }
  if (thrown.limitPair && !isOpen) return limitPairError(piece)
  if (thrown.location === undefined && !isOpen) throw thrown
  return syntaxError(piece, thrown.location?.start.offset ?? 0, dialect)
}

function read<T extends object>(piece: Piece, dialect: Dialect, startRule: string): Read<T> {
  if (nestingOf(piece.text, piece.tokens) > most.nesting) return tooDeep(dialect)
  try {
    const value = parse(piece.text, optionsOf(dialect, startRule)) as T
    return freezeDeep(value, most.depth) ? { ok: true, value } : tooDeep(dialect)
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown as Thrown, piece, dialect) }
  }
}

function tooDeep(dialect: Dialect): { ok: false; error: SqlError } {
  const what = `expressions deeper than ${most.nesting}`
  return { ok: false, error: unsupportedError(what, 0, dialect) }
}

function refused(text: string, error: SqlError): Parsed {
  return Object.freeze({ ok: false, text, from: 0, to: text.length, error })
}

function parsePiece(piece: Piece, dialect: Dialect): Parsed {
  const { text, from, to } = piece
  const result = read<Extract<Parsed, { ok: true }>['statement']>(piece, dialect, 'Start')
  if (!result.ok) return Object.freeze({ ok: false, text, from, to, error: result.error })
  return Object.freeze({ ok: true, text, from, to, statement: result.value })
}

/** Longer texts and more statements are refused as one. */
export const parseSql: ParseSql = (text, dialect) => {
  if (text.length > most.characters) {
    const what = `texts of more than ${most.characters} characters`
    return [refused(text.slice(0, most.characters), unsupportedError(what, 0, dialect))]
  }
  const pieces = splitStatements(text, dialect)
  if (pieces.length > most.statements) {
    const what = `more than ${most.statements} statements in one text`
    return [refused(text, unsupportedError(what, 0, dialect))]
  }
  return pieces.map(piece => parsePiece(piece, dialect))
}

export const parseColumn: ParseColumn = (text, dialect) => {
  const bounded = text.slice(0, most.characters)
  const [piece, second] = splitStatements(bounded, dialect)
  const empty: Piece = { text: '', from: 0, to: 0, tokens: [], isEnded: false }
  if (piece === undefined) return { ok: false, error: syntaxError(empty, 0, dialect) }
  if (second !== undefined) return { ok: false, error: syntaxError(second, 0, dialect) }
  const result = read<Extract<ReturnType<ParseColumn>, { ok: true }>['definition']>(
    piece,
    dialect,
    'ColumnStart',
  )
  return result.ok ? { ok: true, definition: result.value } : result
}
