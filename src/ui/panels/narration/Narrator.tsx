/** Tells the run as it happens while that is wished, to a screen reader or by a voice. */
import { useEffect } from 'react'
import { announce } from '../../store/announce.ts'
import { engineStore } from '../../store/engineStore.ts'
import { narrationStore } from './narrationStore.ts'
import { startTelling } from './startTelling.ts'
import { isSpeaking, silence, speak } from './voice.ts'

const run = {
  facts: async () => engineStore.getState().engine?.facts('notable'),
  wish: () => narrationStore.getState(),
}

function tellScreenReader(): () => void {
  return startTelling({ ...run, isBusy: () => false, say: announce })
}

function tellByVoice(): () => void {
  const say = (text: string) => speak(text, narrationStore.getState().rate)
  const stop = startTelling({ ...run, isBusy: isSpeaking, say })
  return () => {
    stop()
    silence()
  }
}

export function Narrator() {
  const { isAloud, isVoiced } = narrationStore()
  useEffect(() => (isAloud ? tellScreenReader() : undefined), [isAloud])
  useEffect(() => (isVoiced ? tellByVoice() : undefined), [isVoiced])
  return null
}
