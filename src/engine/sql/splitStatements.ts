/** Cuts a text at the semicolons that stand outside texts and comments. */
import type { Dialect } from '../contract/sql.ts'
import { scanTokens, type Token } from './scanTokens.ts'

export interface Piece {
  text: string
  /** Place in the whole text, characters from 0. */
  from: number
  to: number
  /** Places from the beginning of the piece. */
  tokens: Token[]
  /** Whether a semicolon ended it. */
  isEnded: boolean
}

function pieceOf(text: string, tokens: Token[], isEnded: boolean): Piece[] {
  const [first, last] = [tokens[0], tokens.at(-1)]
  if (first === undefined || last === undefined) return []
  const { from } = first
  const moved = tokens.map(token => ({ ...token, from: token.from - from, to: token.to - from }))
  return [{ text: text.slice(from, last.to), from, to: last.to, tokens: moved, isEnded }]
}

/** Pieces without a token are left out. */
export function splitStatements(text: string, dialect: Dialect): Piece[] {
  const pieces: Piece[] = []
  let tokens: Token[] = []
  for (const token of scanTokens(text, dialect)) {
    const isEnd = text.slice(token.from, token.to) === ';'
    if (!isEnd) tokens.push(token)
    else {
      pieces.push(...pieceOf(text, tokens, true))
      tokens = []
    }
  }
  return [...pieces, ...pieceOf(text, tokens, false)]
}
