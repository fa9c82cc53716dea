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
import type { Detail } from './narrationStore.ts'
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

/** Of so many sentences at once. */
const mostOf: Record<Detail, number> = { brief: 1, full: 3 }

/** The weightiest, the first of equals, told in the order in which they happened. */
function mostTelling(facts: readonly Fact[], most: number): Fact[] {
  const order = new Map(facts.map((fact, place) => [fact, place]))
  const byPlace = (one: Fact, other: Fact) => (order.get(one) ?? 0) - (order.get(other) ?? 0)
  return [...facts]
    .sort((one, other) => weight(one) - weight(other) || byPlace(one, other))
    .slice(0, most)
    .sort(byPlace)
}

export interface Wish {
  kinds: ReadonlySet<NarrationKind>
  detail: Detail
}

/** `facts` in the order of the run, up to the instant shown; no text when nothing is new. */
export function nextUtterance(
  facts: readonly Fact[],
  { kinds, detail }: Wish,
  told: Told,
): Utterance {
  const last = facts.at(-1)
  if (last === undefined) return { text: '', told: nothingTold }
  const heard = facts.filter(fact => isAfter(fact, told) && isTold(fact, kinds))
  const chosen = mostTelling(heard, mostOf[detail])
  const sentences = [...new Set(chosen.map(fact => say(sayableFact(fact))))]
  const text = sentences.join(' ') + andMore(heard.length - chosen.length)
  return { text, told: { at: last.at, id: last.id } }
}
