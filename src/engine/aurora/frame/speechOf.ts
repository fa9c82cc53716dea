/** What is said of an instant: its one true sentence, and the next honest experiment. */
import { captionOf } from './captionOf.ts'
import { hintOf } from './hintOf.ts'
import type { Speech } from './pictureOf.ts'

export const speechOf: Speech = situation => {
  const caption = captionOf(situation)
  return { caption, ...hintOf(situation, caption) }
}
