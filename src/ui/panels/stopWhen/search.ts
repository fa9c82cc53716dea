/** Runs on until the wish comes true, up to its limit; what it came to stands in the store. */
import type { UntilOutcome } from '../../../workers/api.ts'
import { cancelSeek, pause } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { learnMore } from '../../store/learnMore.ts'
import { revise } from '../../store/revise.ts'
import { readTime } from '../../widgets/readTime.ts'
import { readWish, type WishRules } from './readWish.ts'
import { asking, type Search, stopWhenStore } from './stopWhenStore.ts'

/** Of several searches only the last may tell what it found. */
let newest = 0

function put(search: Search): void {
  stopWhenStore.setState({ search })
}

export async function startSearch(rules: WishRules): Promise<void> {
  const read = readWish(stopWhenStore.getState().wish, rules)
  const { engine } = engineStore.getState()
  if (!read.ok) return put({ state: 'asking', problems: read.problems, refusal: null })
  if (engine === null) return
  const { pattern, limit } = read
  const own = ++newest
  pause()
  put({ state: 'running', from: rules.at, to: readTime(limit) ?? rules.at })
  try {
    const [outcome] = await Promise.all([engine.until(pattern, { limit }), learnMore()])
    if (own === newest) put(told(outcome, rules.at))
  } catch (error) {
    const refusal = error instanceof Error ? error.message : String(error)
    if (own === newest) put({ state: 'asking', problems: [], refusal })
  }
  revise()
}

function told(outcome: UntilOutcome, from: number): Search {
  if (outcome.found) return { state: 'found', fact: outcome.fact, from }
  return { state: 'missed', at: outcome.at, limit: outcome.limit, from }
}

/** Ends the search where it is; the run stands there, paused. */
export function callOff(): void {
  const { search } = stopWhenStore.getState()
  if (search.state !== 'running') return
  newest++
  cancelSeek()
  const at = engineStore.getState().playback?.at ?? search.from
  put({ state: 'calledOff', at, from: search.from })
}

export function askAgain(): void {
  put(asking)
}
