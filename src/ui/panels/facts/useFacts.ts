/** Facts up to the instant shown, newest first: the notable ones, or a kind of the detailed. */
import type { DetailedFacts, Fact } from '../../../engine/contract/facts.ts'
import type { Engine } from '../../store/engineStore.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useAsked } from '../../store/useAsked.ts'
import type { FactChoice } from './factChoices.ts'

/** Detailed facts come by replaying: only this long before the instant shown. */
export const detailedMicros = 50_000

async function notable(engine: Engine): Promise<Fact[]> {
  return (await engine.facts('notable')).toReversed()
}

async function detailed(engine: Engine, fact: keyof DetailedFacts): Promise<Fact[]> {
  const at = engineStore.getState().playback?.at ?? 0
  const from = Math.max(0, at - detailedMicros)
  return (await engine.facts({ fact, within: [`${from}us`, `${at}us`] })).toReversed()
}

export function useFacts(choice: FactChoice): Fact[] | null {
  return useAsked(choice, engine =>
    choice === 'notable' ? notable(engine) : detailed(engine, choice),
  )
}
