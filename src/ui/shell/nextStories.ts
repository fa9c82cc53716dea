/** The stories that follow the one that is open, in the order of the catalogue, round and round. */
import type { ScenarioCard } from '../../engine/contract/description.ts'

const most = 3

export function nextStories(cards: ScenarioCard[], open: string | undefined): ScenarioCard[] {
  const index = cards.findIndex(({ name }) => name === open)
  return [...cards.slice(index + 1), ...cards.slice(0, Math.max(index, 0))].slice(0, most)
}
