/**
 * The frame that the still part of the stage shows. While very much is in flight it follows ten
 * times a second, not thirty: the moving part is what is looked at, and it has the time it needs.
 */
import { useEffect, useReducer, useRef } from 'react'
import type { Frame } from '../../engine/contract/frame.ts'

/** More messages than this and the still part waits its turn. */
const busyMessages = 300
const calmMillis = 95

function isTurn(shown: Frame, next: Frame, waitedMillis: number): boolean {
  return waitedMillis >= calmMillis || shown.faults.length !== next.faults.length
}

/** The newest frame is shown in the end, also when no other follows it. */
export function useCalmFrame(frame: Frame, inFlight: number): Frame {
  const kept = useRef({ frame, atMillis: 0 })
  const [, lookAgain] = useReducer((turn: number) => turn + 1, 0)
  const now = performance.now()
  const isCalm = inFlight <= busyMessages
  if (isCalm || isTurn(kept.current.frame, frame, now - kept.current.atMillis)) {
    if (kept.current.frame !== frame) kept.current = { frame, atMillis: now }
  }
  const isBehind = kept.current.frame !== frame
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(lookAgain, calmMillis)
    return () => clearTimeout(timer)
  }, [isBehind])
  return kept.current.frame
}
