/** Asks the engine why, again when the instant or the subject changed, and never twice at once. */
import { useEffect, useState } from 'react'
import type { Cause } from '../../../engine/contract/cause.ts'
import type { SubjectId } from '../../../engine/contract/ids.ts'
import { engineStore } from '../../store/engineStore.ts'

const everyMillis = 800

function placeNow(): string {
  const { playback, revision } = engineStore.getState()
  return `${playback?.at} ${playback?.branch} ${revision}`
}

export function useCauses(subject: SubjectId): Cause[] | null {
  const [causes, setCauses] = useState<Cause[] | null>(null)
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
        .engine?.why(subject)
        .catch(() => null)
      isAsking = false
      if (isCurrent && found !== undefined && found !== null) setCauses(found)
    }
    void ask()
    const timer = setInterval(ask, everyMillis)
    return () => {
      isCurrent = false
      clearInterval(timer)
    }
  }, [subject])
  return causes
}
