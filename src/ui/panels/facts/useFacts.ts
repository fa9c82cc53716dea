/** The notable facts up to the instant shown, newest first; asked anew when it moved. */
import { useEffect, useState } from 'react'
import type { Fact } from '../../../engine/contract/facts.ts'
import { engineStore } from '../../store/engineStore.ts'

const everyMillis = 800

function placeNow(): string {
  const { playback, revision } = engineStore.getState()
  return `${playback?.at} ${playback?.branch} ${revision}`
}

export function useFacts(): Fact[] | null {
  const [facts, setFacts] = useState<Fact[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    let isAsking = false
    let seen = ''
    const ask = async () => {
      const place = placeNow()
      if (isAsking || place === seen) return
      isAsking = true
      seen = place
      const found = await engineStore
        .getState()
        .engine?.facts()
        .catch(() => null)
      isAsking = false
      if (isCurrent && found !== undefined && found !== null) setFacts(found.toReversed())
    }
    void ask()
    const timer = setInterval(ask, everyMillis)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [])
  return facts
}
