/** What the run at hand allows to wish for; null until there is a run. */
import { engineStore } from '../../store/engineStore.ts'
import type { WishRules } from './readWish.ts'
import { runPlaces } from './runPlaces.ts'

export function wishRules(): WishRules | null {
  const { frame, playback, description, opened } = engineStore.getState()
  if (frame === null || description === null || playback === null) return null
  const { faults, laws } = description
  const { at, end, last = end } = playback
  return { at, last, places: runPlaces(frame, opened), faults, laws }
}
