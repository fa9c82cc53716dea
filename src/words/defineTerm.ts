/** The one-line definition of a term, however it is written: `VDL`, `Protection groups`. */
import { glossary } from './glossary.ts'

const definitions = new Map<string, string>()
const names: string[] = []

/** Terms that came with a later part of the page. */
export function learnTerms(more: Readonly<Record<string, string>>): void {
  for (const [term, definition] of Object.entries(more)) {
    if (definitions.has(term.toLowerCase())) continue
    definitions.set(term.toLowerCase(), definition)
    names.push(term)
  }
}

learnTerms(glossary)

/** The names of all terms learned so far; it only grows. */
export function knownTerms(): readonly string[] {
  return names
}

/** Undefined when the glossary has no such term. */
export function defineTerm(name: string): string | undefined {
  const asked = name.toLowerCase()
  return definitions.get(asked) ?? definitions.get(asked.replace(/s$/, ''))
}
