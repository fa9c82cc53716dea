/**
 * The walk of a *why* on the page: every step pauses, goes to its instant and rings what it
 * speaks of; Back returns. `about` names what the panel asks about: another ends the walk.
 */
import { useEffect, useState } from 'react'
import type { Cause } from '../../../engine/contract/cause.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { say } from '../../../words/say.ts'
import { announce } from '../../store/announce.ts'
import { askedStore } from '../../store/askWhy.ts'
import { pause, seek } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { askedOn, backTo, type CauseWalk, instantOf, standingOn, stepTo } from './causeWalk.ts'
import { bringUp, light } from './light.ts'

export interface Walking {
  walk: CauseWalk
  /** Nobody has walked since this was asked about. */
  isFresh: boolean
  /** A fact that was asked about from elsewhere: its chain is held, and Back leads there. */
  begin(causes: Cause[]): void
  /** Takes a step of an answer that is not held yet, or of the one that is. */
  go(step: number, causes?: Cause[]): void
  askOn(step: number, causes?: Cause[]): void
  back(): void
}

async function show(at: Micros, cause: Cause | null): Promise<void> {
  pause()
  if (cause !== null) announce(say(cause))
  await seek(at)
  bringUp()
}

function shownAt(): Micros {
  return engineStore.getState().playback?.at ?? 0
}

function begun(causes: Cause[], at = shownAt()): CauseWalk {
  return [{ causes, step: 0, at }]
}

export function useCauseWalk(about: string): Walking {
  const [held, setHeld] = useState<{ about: string; walk: CauseWalk }>({ about: '', walk: [] })
  const walk = held.about === about ? held.walk : []
  const put = (next: CauseWalk) => setHeld({ about, walk: next })
  const stands = standingOn(walk)
  useEffect(() => {
    light(stands)
    bringUp()
    return () => light(null)
  }, [stands])

  const taken = (step: number, causes?: Cause[]) =>
    stepTo(causes === undefined ? walk : begun(causes), step)
  const go: Walking['go'] = (step, causes) => {
    const next = taken(step, causes)
    put(next)
    void show(instantOf(next), standingOn(next))
  }
  const askOn = async (step: number, causes?: Cause[]) => {
    const from = taken(step, causes)
    const at = instantOf(from)
    await show(at, null)
    const fact = standingOn(from)?.fact ?? 0
    const answer = (await engineStore.getState().engine?.why(`fact:${fact}`)) ?? []
    const next = askedOn(from, answer, at)
    put(next)
    announce(say(standingOn(next) ?? { key: '', parameters: {} }))
  }
  const back = () => {
    const { walk: before, at } = backTo(walk)
    put(before)
    void show(at, standingOn(before))
  }
  const begin = (causes: Cause[]) => {
    const next = begun(causes, askedStore.getState().from ?? undefined)
    put(next)
    const at = instantOf(next)
    if (standingOn(next)?.at === at && at !== shownAt()) void show(at, standingOn(next))
  }
  const isFresh = held.about !== about
  return { walk, isFresh, begin, go, back, askOn: (step, causes) => void askOn(step, causes) }
}
