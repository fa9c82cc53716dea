/** What of the run is told, how much of it at once, and whether it is read aloud as it happens. */
import { create } from 'zustand'
import { type NarrationKind, narrationKinds } from '../../../words/narrationWords.ts'

/** How many sentences at once: the most telling one, or a few. */
export type Detail = 'brief' | 'full'

interface NarrationState {
  kinds: ReadonlySet<NarrationKind>
  detail: Detail
  /** By a screen reader; what it says besides, such as captions, it says in any case. */
  isAloud: boolean
  /** By the browser's own voice, for who has no screen reader. */
  isVoiced: boolean
  /** Of that voice, as a factor of how fast it speaks by itself. */
  rate: number
}

export const narrationStore = create<NarrationState>()(() => ({
  kinds: new Set(narrationKinds.map(([kind]) => kind)),
  detail: 'brief',
  isAloud: false,
  isVoiced: false,
  rate: 1,
}))

export function toggleKind(kind: NarrationKind): void {
  narrationStore.setState(({ kinds }) => {
    const next = new Set(kinds)
    if (!next.delete(kind)) next.add(kind)
    return { kinds: next }
  })
}
