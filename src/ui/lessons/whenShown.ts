/** Waits until the picture of an instant is there: it comes a moment after the engine's answer. */
import type { Micros } from '../../engine/contract/units.ts'
import { engineStore } from '../store/engineStore.ts'

/** Long enough for any picture; whoever looks elsewhere meanwhile is not waited for. */
const longestMillis = 1_500

export function whenShown(at: Micros): Promise<void> {
  const isShown = () => engineStore.getState().playback?.at === at
  return new Promise(resolve => {
    if (isShown()) return resolve()
    const done = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const stop = engineStore.subscribe(() => isShown() && done())
    const timer = setTimeout(done, longestMillis)
  })
}
