/**
 * Going through what was typed before, from the newest back; what stood in the editor is the last
 * of the row. With letters to look for, only statements that hold them.
 */

export interface Recall {
  /** Steps back from what is being typed; 0 = not recalling. */
  back: number
  draft: string
}

export const notRecalling: Recall = { back: 0, draft: '' }

interface Recalled {
  recall: Recall
  text: string
}

/** `by` 1 = older, -1 = newer; null at the ends. */
export function recallStep(
  history: readonly string[],
  { back, draft }: Recall,
  text: string,
  by: 1 | -1,
): Recalled | null {
  const kept = back === 0 ? text : draft
  const next = back + by
  if (next < 0 || next > history.length) return null
  const found = next === 0 ? kept : (history.at(-next) ?? '')
  return { recall: { back: next, draft: kept }, text: found }
}

/** The newest statement older than `back` that holds the letters, whatever their case. */
export function searchBack(
  history: readonly string[],
  letters: string,
  back: number,
): { back: number; text: string } | null {
  const wanted = letters.toLowerCase()
  for (let place = back + 1; place <= history.length; place += 1) {
    const text = history.at(-place) ?? ''
    if (text.toLowerCase().includes(wanted)) return { back: place, text }
  }
  return null
}
