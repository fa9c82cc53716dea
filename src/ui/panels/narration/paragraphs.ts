/**
 * The run as paragraphs: what happened at one instant stands together, and what is said again in
 * the same words at that instant is said once.
 */
import type { Fact } from '../../../engine/contract/facts.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { type NarrationKind, narrationKindOf } from '../../../words/narrationWords.ts'
import { say } from '../../../words/say.ts'
import { sayableFact } from '../../../words/sayableFact.ts'

export interface Paragraph {
  at: Micros
  sentences: string[]
}

/** A command is told by what it does: that it was given need not be told as well. */
const silent: ReadonlySet<string> = new Set(['CommandGiven'])

/** The one filter of what is told, in writing and aloud. */
export function isTold({ fact }: Fact, kinds: ReadonlySet<NarrationKind>): boolean {
  return !silent.has(fact) && kinds.has(narrationKindOf(fact))
}

/** `facts` in the order of the run. */
export function paragraphsOf(facts: readonly Fact[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const fact of facts) {
    const sentence = say(sayableFact(fact))
    const last = paragraphs.at(-1)
    if (last?.at !== fact.at) paragraphs.push({ at: fact.at, sentences: [sentence] })
    else if (!last.sentences.includes(sentence)) last.sentences.push(sentence)
  }
  return paragraphs
}
