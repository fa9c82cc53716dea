/** Reads the run aloud to a screen reader while that is wished: a sentence every few seconds. */
import { useEffect } from 'react'
import { announce } from '../../store/announce.ts'
import { engineStore } from '../../store/engineStore.ts'
import { narrationStore } from './narrationStore.ts'
import { nextUtterance, nothingTold } from './narrator.ts'

/** A sentence takes about so long to hear. */
const everyMillis = 4000

function startTelling(): () => void {
  let told = nothingTold
  let isFirst = true
  const tell = async () => {
    const facts = await engineStore.getState().engine?.facts('notable')
    if (facts === undefined) return
    const next = nextUtterance(facts, narrationStore.getState().kinds, told)
    told = next.told
    if (!isFirst && next.text !== '') announce(next.text)
    isFirst = false
  }
  const listen = () => void tell().catch(() => undefined)
  listen()
  const timer = setInterval(listen, everyMillis)
  return () => clearInterval(timer)
}

export function Narrator() {
  const isAloud = narrationStore(state => state.isAloud)
  useEffect(() => (isAloud ? startTelling() : undefined), [isAloud])
  return null
}
