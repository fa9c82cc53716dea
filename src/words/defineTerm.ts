/** The one-line definition of a term, however it is written: `VDL`, `Protection groups`. */
import { glossary } from './glossary.ts'

const definitions: ReadonlyMap<string, string> = new Map(
  Object.entries(glossary).map(([term, definition]) => [term.toLowerCase(), definition]),
)

/** Undefined when the glossary has no such term. */
export function defineTerm(name: string): string | undefined {
  const asked = name.toLowerCase()
  return definitions.get(asked) ?? definitions.get(asked.replace(/s$/, ''))
}
