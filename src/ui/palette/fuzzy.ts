/**
 * How well typed letters fit a name: all must come in order; those that begin a word or follow
 * each other count more, so that "cz" finds "Crash: zone a" and "zone" finds zones first.
 */

const begins = /[\s:,.()#/·-]/

function bestOf(typed: string, text: string, from: number): number | null {
  let score = 0
  let at = from
  let before = -2
  for (const letter of typed) {
    const found = text.indexOf(letter, at)
    if (found < 0) return null
    if (found === before + 1) score += 4
    if (found === 0 || begins.test(text[found - 1] ?? '')) score += 3
    score -= Math.min(3, found - at) * 0.2
    before = found
    at = found + 1
  }
  return score
}

/** Null when the letters are not there; else the larger the better. Spaces part words. */
export function fits(typed: string, text: string): number | null {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const name = text.toLowerCase()
  let total = -name.length * 0.01
  for (const word of words) {
    const whole = name.indexOf(word)
    const score = whole < 0 ? bestOf(word, name, 0) : bestOf(word, name, whole)
    if (score === null) return null
    total += score
  }
  return total
}

/** Those that fit, best first; equal ones in their own order. */
export function fitting<T>(typed: string, all: readonly T[], nameOf: (its: T) => string): T[] {
  return all
    .map((its, place) => ({ its, place, score: fits(typed, nameOf(its)) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.place - b.place)
    .map(({ its }) => its)
}
