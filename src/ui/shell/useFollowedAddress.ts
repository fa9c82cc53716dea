/** The address bar follows the run: when it rests, and once a second after a change. */
import { useEffect } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { followAddress } from '../store/shareAddress.ts'
import { openAddress } from '../store/openAddress.ts'

const restMillis = 400

/** Nothing is written while it plays on untouched; what is shown moves all the time. */
function restingPlace(): string | null {
  const { playback, revision, opened } = engineStore.getState()
  if (playback === null || opened === null) return null
  return playback.isPlaying ? `${revision}` : `${revision} ${playback.at}`
}

export function useFollowedAddress(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let seen: string | null = null
    const stop = engineStore.subscribe(() => {
      const place = restingPlace()
      if (place === null || place === seen) return
      seen = place
      clearTimeout(timer)
      timer = setTimeout(followAddress, restMillis)
    })
    const changed = () => void openAddress()
    addEventListener('hashchange', changed)
    return () => {
      stop()
      clearTimeout(timer)
      removeEventListener('hashchange', changed)
    }
  }, [])
}
