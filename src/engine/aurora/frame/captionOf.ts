/**
 * The one true sentence of an instant, derived from what is reachable and from nothing else, so
 * that any click in any order gets its own. Keys and numbers only; the words stand elsewhere.
 */
import type { Phrase } from '../../contract/frame.ts'
import { captionWhileOpen } from './captionWhileOpen.ts'
import { captionWithoutQuorum } from './captionWithoutQuorum.ts'
import { captionWithoutWriter } from './captionWithoutWriter.ts'
import type { Situation } from './situation.ts'
import { withNumbers } from './withNumbers.ts'

export function captionOf(situation: Situation): Phrase {
  return withNumbers(situation, bareCaption(situation))
}

function bareCaption(situation: Situation): Phrase {
  if (situation.writer?.status !== 'open') return captionWithoutWriter(situation)
  if (!situation.worst.isWritable) return captionWithoutQuorum(situation)
  return captionWhileOpen(situation)
}
