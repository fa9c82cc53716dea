/** What of the run is told, and whether it is read aloud as it happens. */
import { create } from 'zustand'
import { type NarrationKind, narrationKinds } from '../../../words/narrationWords.ts'

interface NarrationState {
  kinds: ReadonlySet<NarrationKind>
  /** By a screen reader; what it says besides, such as captions, it says in any case. */
  isAloud: boolean
}

export const narrationStore = create<NarrationState>()(() => ({
  kinds: new Set(narrationKinds.map(([kind]) => kind)),
  isAloud: false,
}))

export function toggleKind(kind: NarrationKind): void {
  narrationStore.setState(({ kinds }) => {
    const next = new Set(kinds)
    if (!next.delete(kind)) next.add(kind)
    return { kinds: next }
  })
}
