/**
 * The window round the instant shown. It stands still while the cursor crosses it, and is asked for
 * anew when the cursor has left it, when the run was changed, or when another length is chosen.
 */
import { useEffect, useState } from 'react'
import type { SpacetimeAnswer, SpacetimeQuestion } from '../../engine/contract/spacetime.ts'
import type { Micros } from '../../engine/contract/units.ts'
import { engineStore } from '../store/engineStore.ts'
import { speedNumber } from '../store/speedNumber.ts'

export interface SpaceWindow {
  answer: SpacetimeAnswer | null
  /** The cursor crosses the window faster than it could be replayed. */
  isTooFast: boolean
}

const everyMillis = 300
const leastViewingSeconds = 1.5

/** While the run plays most of the window lies ahead, so that it lasts. */
function questionAt(at: Micros, span: Micros, isPlaying: boolean): SpacetimeQuestion {
  const from = Math.max(0, Math.round(at - span * (isPlaying ? 0.15 : 0.6)))
  return { from, to: from + span, at }
}

function runNow(): string {
  const { opened, playback, revision } = engineStore.getState()
  return `${opened?.scenario.name} ${playback?.branch} ${revision}`
}

function isInside({ from, to }: SpacetimeQuestion, at: Micros, isPlaying: boolean): boolean {
  return at >= from && at <= (isPlaying ? to - (to - from) * 0.05 : to)
}

export function useSpaceWindow(span: Micros): SpaceWindow {
  const [answer, setAnswer] = useState<SpacetimeAnswer | null>(null)
  const [isTooFast, setTooFast] = useState(false)
  useEffect(() => {
    const asked = {
      run: '',
      question: null as SpacetimeQuestion | null,
      isOpen: false,
      ended: false,
    }
    const look = async () => {
      const { engine, playback } = engineStore.getState()
      if (engine === null || playback === null || asked.isOpen) return
      const { at, isPlaying, speed } = playback
      const isFast = isPlaying && speedNumber(speed) * leastViewingSeconds * 1_000_000 > span
      setTooFast(isFast)
      const run = runNow()
      const isKnown = asked.question !== null && isInside(asked.question, at, isPlaying)
      if (isFast || (run === asked.run && isKnown)) return
      Object.assign(asked, { run, question: questionAt(at, span, isPlaying), isOpen: true })
      const found = await engine.spacetime(asked.question!).catch(() => null)
      asked.isOpen = false
      if (found === null) asked.question = null
      else if (!asked.ended) setAnswer(found)
    }
    void look()
    const timer = setInterval(look, everyMillis)
    return () => {
      asked.ended = true
      clearInterval(timer)
    }
  }, [span])
  return { answer, isTooFast }
}
