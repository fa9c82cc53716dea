/**
 * A statement cut into words, numbers, quoted names and signs, each with its place, and a reader
 * that goes through them. What does not fit is kept as the first problem.
 */
import type { Problem } from './problem.ts'

export interface Token {
  text: string
  /** First character, counted from 0. */
  at: number
}

export interface StatementReader {
  tokens: Token[]
  next: number
  /** Where the text ends. */
  end: number
  problem: Problem | null
}

const tokenForm = /"[^"]*"|'[^']*'|[A-Za-z_]+|\d+(?:\.\d+)?|\S/g

export function openStatement(text: string): StatementReader {
  const trimmed = text.replace(/\s*;?\s*$/, '')
  const tokens = [...trimmed.matchAll(tokenForm)].map(found => ({
    text: found[0],
    at: found.index,
  }))
  return { tokens, next: 0, end: trimmed.length, problem: null }
}

/** What stands next, in capital letters; empty at the end. */
export function peekWord({ tokens, next }: StatementReader): string {
  return tokens[next]?.text.toUpperCase() ?? ''
}

/** Keeps the first problem; `allowed` is what may stand there. */
export function refuseToken(reader: StatementReader, allowed: string): void {
  const token = reader.tokens[reader.next]
  reader.problem ??= {
    path: `statement, character ${(token?.at ?? reader.end) + 1}`,
    message: token ? `"${token.text}" cannot stand here` : 'the statement ends too early',
    allowed,
  }
}

/** Takes the word if it stands next. */
export function takeIf(reader: StatementReader, word: string): boolean {
  if (reader.problem || peekWord(reader) !== word) return false
  reader.next++
  return true
}

/** The words must stand next, one after the other. */
export function takeWords(reader: StatementReader, words: string): void {
  for (const word of words.split(' ')) if (!takeIf(reader, word)) refuseToken(reader, word)
}

/** One of the words must stand next; the first of them when none does. */
export function takeOneOf(reader: StatementReader, words: readonly string[]): string {
  const word = peekWord(reader)
  if (words.includes(word)) reader.next++
  else refuseToken(reader, words.join(', '))
  return words.includes(word) ? word : words[0]!
}

/** A number within a range. */
export function takeNumberIn(reader: StatementReader, min: number, max: number): number {
  return takeNumber(reader, min, max, 'a number')
}

export function takeWholeIn(reader: StatementReader, min: number, max: number): number {
  return takeNumber(reader, min, max, 'a whole number')
}

function takeNumber(
  reader: StatementReader,
  min: number,
  max: number,
  what: 'a number' | 'a whole number',
): number {
  const text = peekWord(reader)
  const value = Number(text)
  const isFitting = what === 'a number' || Math.floor(value) === value
  const isTaken = /^\d/.test(text) && isFitting && value >= min && value <= max
  if (isTaken) reader.next++
  else refuseToken(reader, `${what} from ${min} to ${max}`)
  return isTaken ? value : min
}

/** A name in quotation marks, or bare. */
export function takeName(reader: StatementReader, names: readonly string[]): string {
  const name = (reader.tokens[reader.next]?.text ?? '').replace(/^["']|["']$/g, '')
  if (names.includes(name)) reader.next++
  else refuseToken(reader, names.length > 0 ? names.join(', ') : 'ALL: there is no reader')
  return name
}
