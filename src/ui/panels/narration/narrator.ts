/**
 * What is read aloud of a run that goes on: each time the most telling of what is new, with how
 * much more there was, and never twice. Going back in time tells nothing.
 */
import type { Fact } from '../../../engine/contract/facts.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import {
  andMore,
  type NarrationKind,
  narrationKindOf,
  narrationKinds,
} from '../../../words/narrationWords.ts'
import { say } from '../../../words/say.ts'
import { sayableFact } from '../../../words/sayableFact.ts'
import { isTold } from './paragraphs.ts'

/** Up to where the run has been told. */
export interface Told {
  at: Micros
  id: number
}

export const nothingTold: Told = { at: -1, id: -1 }

export interface Utterance {
  text: string
  told: Told
}

function isAfter({ at, id }: Fact, told: Told): boolean {
  return at > told.at || (at === told.at && id > told.id)
}

function weight({ fact }: Fact): number {
  return narrationKinds.findIndex(([kind]) => kind === narrationKindOf(fact))
}

/** The first of the weightiest. */
function mostTelling(facts: readonly Fact[]): Fact | undefined {
  return facts.reduce<Fact | undefined>(
    (best, fact) => (best === undefined || weight(fact) < weight(best) ? fact : best),
    undefined,
  )
}

/** `facts` in the order of the run, up to the instant shown; no text when nothing is new. */
export function nextUtterance(
  facts: readonly Fact[],
  kinds: ReadonlySet<NarrationKind>,
  told: Told,
): Utterance {
  const last = facts.at(-1)
  if (last === undefined) return { text: '', told: nothingTold }
  const heard = facts.filter(
    fact => isAfter(fact, told) && isTold(fact) && kinds.has(narrationKindOf(fact.fact)),
  )
  const chosen = mostTelling(heard)
  const text = chosen === undefined ? '' : say(sayableFact(chosen)) + andMore(heard.length - 1)
  return { text, told: { at: last.at, id: last.id } }
}
