/**
 * The lesson in the address: `?lesson=NAME&step=2` before the `#`. It stays there while the lesson
 * is open, so that a reload or a copied address leads back to the step.
 */

export interface LessonPlace {
  name: string
  /** From 0; null where the address names none. */
  step: number | null
}

export function readLesson(search: string): LessonPlace | null {
  const parts = new URLSearchParams(search)
  const name = parts.get('lesson')
  if (name === null) return null
  const step = parts.get('step') ?? ''
  return { name, step: /^[1-9]\d?$/.test(step) ? Number(step) - 1 : null }
}

/** The query with the lesson in it, or without one. */
export function writeLesson(search: string, place: LessonPlace | null): string {
  const parts = new URLSearchParams(search)
  parts.delete('lesson')
  parts.delete('step')
  if (place !== null) parts.set('lesson', place.name)
  if (place !== null && place.step !== null) parts.set('step', `${place.step + 1}`)
  const text = parts.toString()
  return text === '' ? '' : `?${text}`
}

/** No step in the history: the address follows, as it follows the run. */
export function followLesson(place: LessonPlace | null): void {
  const { pathname, search, hash } = location
  const next = writeLesson(search, place)
  if (next !== search) history.replaceState(null, '', `${pathname}${next}${hash}`)
}
