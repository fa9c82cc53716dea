/**
 * Waits for the story to come to an instant and stops it exactly there: once, or again and again
 * while what lies behind it is withheld.
 */
import { useEffect, useRef } from 'react'
import type { Micros } from '../../engine/contract/units.ts'
import { engineStore } from '../store/engineStore.ts'
import { lessonStore } from './lessonStore.ts'

interface Arrival {
  /** Null: nowhere to come to. */
  at: Micros | null
  /** Another one of these is another wait. */
  name: string
  /** It stops there each time. */
  isHeld: boolean
  onArrived?: () => void
}

async function stopAt(at: Micros): Promise<void> {
  const { engine } = engineStore.getState()
  await engine?.pause()
  await engine?.seek(at)
}

export function useArrival({ at, name, isHeld, onArrived }: Arrival): void {
  const arrived = useRef(onArrived)
  arrived.current = onArrived
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name waits anew
  useEffect(() => {
    if (at === null) return
    let isDone = false
    let isStopping = false
    const look = async () => {
      const { playback } = engineStore.getState()
      if (playback === null || playback.at < at || isDone || isStopping) return
      if (!lessonStore.getState().isEntered) return
      isDone = !isHeld
      isStopping = true
      if (playback.isPlaying) await stopAt(at)
      isStopping = false
      arrived.current?.()
    }
    const stops = [engineStore.subscribe(look), lessonStore.subscribe(look)]
    void look()
    return () => {
      for (const stop of stops) stop()
    }
  }, [at, name, isHeld])
}
