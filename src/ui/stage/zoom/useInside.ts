/**
 * What stands inside the thing at the instant shown, asked anew as the run goes on and never twice
 * at once. A transaction that is over stays as it was found.
 */
import { useEffect, useState } from 'react'
import type { Inside, InsideSubject } from '../../../engine/contract/inside.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { engineStore } from '../../store/engineStore.ts'

export interface Seen {
  subject: InsideSubject
  /** Null = there is no such thing in this run. */
  inside: Inside | null
  /** The instant that it was asked for. */
  at: Micros
}

const everyMillis = 120
/** A replay of its time is asked for no more often. */
const everyMillisOfTime = 600
/** So long after its end nothing more is told of a transaction. */
const settledAfter: Micros = 70_000

function placeNow(): string {
  const { playback, revision, frame } = engineStore.getState()
  return `${frame?.at} ${playback?.branch} ${revision}`
}

function runNow(): string {
  const { playback, revision } = engineStore.getState()
  return `${playback?.branch} ${revision}`
}

function isOver(inside: Inside | null, at: Micros): boolean {
  if (inside?.inside !== 'transaction') return false
  const isEnded = inside.state !== 'open' && inside.state !== 'unknown'
  return isEnded && Math.min(at, inside.at) > inside.to + settledAfter
}

export function useInside(subject: InsideSubject): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => {
    const asked = { place: '', run: '', when: 0, isOpen: false, hasEnded: false }
    let last: Inside | null = null
    const look = async () => {
      const { engine, frame, playback } = engineStore.getState()
      const place = placeNow()
      if (engine === null || frame === null || asked.isOpen || place === asked.place) return
      const { at } = frame
      const isKnown = asked.run === runNow() && isOver(last, at)
      const isSoon = subject.startsWith('transaction:') && playback?.isPlaying
      if (isSoon && !isKnown && performance.now() - asked.when < everyMillisOfTime) return
      Object.assign(asked, { place, run: runNow(), when: performance.now(), isOpen: !isKnown })
      if (!isKnown) last = await engine.inside(subject).catch(() => null)
      asked.isOpen = false
      if (!asked.hasEnded) setSeen({ subject, inside: last, at })
    }
    void look()
    const timer = setInterval(look, everyMillis)
    return () => {
      asked.hasEnded = true
      clearInterval(timer)
    }
  }, [subject])
  return seen?.subject === subject ? seen : null
}
