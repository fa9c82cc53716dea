/**
 * How deep a text can nest: parentheses, CASE and runs of signs and NOT before an operand, counted
 * together, since each costs the parser some of its stack.
 */
import type { Token } from './scanTokens.ts'

const prefixes = ['-', '+', '!', '~', 'not']

interface Nesting {
  /** Of each open parenthesis or CASE, what it counts. */
  open: number[]
  run: number
  deepest: number
}

function enter(nesting: Nesting): void {
  nesting.open.push(nesting.run + 1)
  nesting.run = 0
}

function leave(nesting: Nesting): void {
  nesting.open.pop()
  nesting.run = 0
}

function follow(nesting: Nesting, word: string): void {
  if (word === '(' || word === 'case') enter(nesting)
  else if (word === ')' || word === 'end') leave(nesting)
  else nesting.run = prefixes.includes(word) ? nesting.run + 1 : 0
  const depth = nesting.open.reduce((sum, level) => sum + level, nesting.run)
  if (depth > nesting.deepest) nesting.deepest = depth
}

export function nestingOf(text: string, tokens: readonly Token[]): number {
  const nesting: Nesting = { open: [], run: 0, deepest: 0 }
  for (const { from, to } of tokens) {
    const word = to - from > 4 ? '' : text.slice(from, to).toLowerCase()
    follow(nesting, word)
    if (nesting.deepest > 1000) break
  }
  return nesting.deepest
}
