/** The speed that is asked for: chosen while paused, else the one in force. */
import { engineStore } from '../store/engineStore.ts'
import { speedNumber } from '../store/speedNumber.ts'
import { viewStore } from '../store/viewStore.ts'

export function useAskedSpeed(): { speed: string; number: number; isPaced: boolean } {
  const inForce = engineStore(state => state.playback?.speed ?? '1')
  const isPaced = engineStore(state => state.playback?.isPaced ?? true)
  const chosen = viewStore(state => state.chosenSpeed)
  const speed = chosen ?? inForce
  return { speed, number: speedNumber(speed), isPaced: isPaced && chosen === null }
}
