/**
 * Finds the terms in a sentence, each once, so that they can explain themselves where they stand.
 * Everyday words that the glossary also defines are left alone: too many dots make no sentence.
 */
import { glossary } from '../../words/glossary.ts'

export interface Piece {
  text: string
  /** The name in the glossary; null for plain words. */
  term: string | null
}

const everyday: ReadonlySet<string> = new Set([
  'application',
  'branch',
  'commit',
  'copy',
  'ms',
  'pace',
  'session',
  'transaction',
  'zone',
  'µs',
])

const names = Object.keys(glossary).filter(name => !everyday.has(name))
const byLower = new Map(names.map(name => [name.toLowerCase(), name]))

function isAbbreviation(name: string): boolean {
  return name === name.toUpperCase()
}

const pattern = new RegExp(
  `(?<![\\w-])(${names.sort((a, b) => b.length - a.length).join('|')})(s?)(?![\\w-])`,
  'gi',
)

function termOf(found: string): string | null {
  const name = byLower.get(found.toLowerCase())
  if (name === undefined) return null
  return isAbbreviation(name) && found !== name ? null : name
}

export function splitTerms(sentence: string): Piece[] {
  const pieces: Piece[] = []
  const seen = new Set<string>()
  let from = 0
  for (const match of sentence.matchAll(pattern)) {
    const term = termOf(match[1] ?? '')
    if (term === null || seen.has(term)) continue
    seen.add(term)
    pieces.push({ text: sentence.slice(from, match.index), term: null }, { text: match[0], term })
    from = match.index + match[0].length
  }
  return [...pieces, { text: sentence.slice(from), term: null }].filter(({ text }) => text !== '')
}
