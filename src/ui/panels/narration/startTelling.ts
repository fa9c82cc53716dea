/**
 * Tells a run that goes on, every few seconds at most, and never while the last sentence is still
 * being spoken: what happens meanwhile is summed up in the next.
 */
import type { Fact } from '../../../engine/contract/facts.ts'
import { nextUtterance, nothingTold, type Wish } from './narrator.ts'

/** A sentence takes about so long to hear. */
const everyMillis = 4000

export interface Telling {
  /** Notable facts up to the instant shown; undefined while there is no run. */
  facts: () => Promise<Fact[] | undefined>
  wish: () => Wish
  isBusy: () => boolean
  say: (text: string) => void
}

/** Begins with what happens from now on; returns how to end it. */
export function startTelling({ facts, wish, isBusy, say }: Telling): () => void {
  let told = nothingTold
  let isFirst = true
  let isEnded = false
  const tell = async () => {
    if (isBusy()) return
    const known = await facts()
    if (known === undefined || isEnded) return
    const next = nextUtterance(known, wish(), told)
    told = next.told
    if (!isFirst && next.text !== '') say(next.text)
    isFirst = false
  }
  const listen = () => void tell().catch(() => undefined)
  listen()
  const timer = setInterval(listen, everyMillis)
  return () => {
    isEnded = true
    clearInterval(timer)
  }
}
