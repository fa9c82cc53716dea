/**
 * An answer of the engine, asked anew when the instant shown or the question changed, at most
 * about once a second and never twice at once. The old answer stands until the new one is there;
 * a costly question is not asked anew while the run plays on.
 */
import { useEffect, useRef, useState } from 'react'
import { type Engine, engineStore } from './engineStore.ts'

const everyMillis = 800

function placeNow(): string {
  const { playback, revision } = engineStore.getState()
  return `${playback?.at} ${playback?.branch} ${revision}`
}

interface HowToAsk {
  isCostly?: boolean
}

/** `question` names what is asked: another one is asked at once. */
export function useAsked<T>(
  question: string,
  ask: (engine: Engine) => Promise<T>,
  { isCostly = false }: HowToAsk = {},
): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  const latest = useRef(ask)
  latest.current = ask
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts anew
  useEffect(() => {
    let isCurrent = true
    let isAsking = false
    let seen = ''
    const look = async () => {
      const { engine, playback } = engineStore.getState()
      const place = placeNow()
      if (engine === null || isAsking || place === seen) return
      if (isCostly && seen !== '' && playback?.isPlaying) return
      isAsking = true
      seen = place
      const found = await latest.current(engine).catch(() => null)
      isAsking = false
      if (isCurrent && found !== null) setAnswer(() => found)
    }
    void look()
    const timer = setInterval(look, everyMillis)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [question])
  return answer
}
