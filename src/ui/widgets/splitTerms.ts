/**
 * Finds the terms in a sentence, each once, so that they can explain themselves where they stand.
 * Everyday words that the glossary also defines are left alone: too many dots make no sentence.
 */
import { knownTerms } from '../../words/defineTerm.ts'

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

function isAbbreviation(name: string): boolean {
  return name === name.toUpperCase()
}

/** What is looked for, made anew when more terms have been learned. */
let finder = { count: 0, pattern: /^$/g, byLower: new Map<string, string>() }

function finderNow(): typeof finder {
  const count = knownTerms().length
  if (finder.count === count) return finder
  const names = knownTerms().filter(name => !everyday.has(name))
  const anyName = names.sort((a, b) => b.length - a.length).join('|')
  const pattern = new RegExp(`(?<![\\w-])(${anyName})(s?)(?![\\w-])`, 'gi')
  finder = { count, pattern, byLower: new Map(names.map(name => [name.toLowerCase(), name])) }
  return finder
}

function termOf(found: string): string | null {
  const name = finderNow().byLower.get(found.toLowerCase())
  if (name === undefined) return null
  return isAbbreviation(name) && found !== name ? null : name
}

export function splitTerms(sentence: string): Piece[] {
  const pieces: Piece[] = []
  const seen = new Set<string>()
  let from = 0
  for (const match of sentence.matchAll(finderNow().pattern)) {
    const term = termOf(match[1] ?? '')
    if (term === null || seen.has(term)) continue
    seen.add(term)
    pieces.push({ text: sentence.slice(from, match.index), term: null }, { text: match[0], term })
    from = match.index + match[0].length
  }
  return [...pieces, { text: sentence.slice(from), term: null }].filter(({ text }) => text !== '')
}
