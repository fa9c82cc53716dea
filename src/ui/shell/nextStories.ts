/**
 * The doors after a story: where it leads on by itself, else the stories that follow it in the
 * order of the catalogue, round and round.
 */
import type { ScenarioCard } from '../../engine/contract/description.ts'

export interface Door {
  name: string
  words: string
}

/** From the opening to the three halves of the playground, and on along the loss of a writer. */
const doors: Readonly<Record<string, readonly Door[]>> = {
  'four-of-six': [
    { name: 'az-plus-one', words: 'Break storage' },
    { name: 'promote-a-replica', words: 'Lose the writer: wait or switch?' },
    { name: 'asleep-until-called', words: 'Watch Serverless sleep' },
  ],
  'promote-a-replica': [
    { name: 'writer-down-others-go-on', words: 'The same loss with two writers' },
  ],
  'writer-lost-single': [{ name: 'writer-lost-multi', words: 'The same loss with three writers' }],
  'writer-lost-multi': [
    { name: 'writer-lost-single', words: 'The same loss with one writer and two readers' },
  ],
  'writer-down-others-go-on': [
    { name: 'who-wins-a-page', words: 'And the price?' },
    { name: 'promote-a-replica', words: 'The same loss with one writer and a reader' },
  ],
}

export function nextStories(cards: ScenarioCard[], open: string | undefined, most = 3): Door[] {
  const own = (doors[open ?? ''] ?? []).filter(door => cards.some(({ name }) => name === door.name))
  const index = cards.findIndex(({ name }) => name === open)
  const following = [...cards.slice(index + 1), ...cards.slice(0, Math.max(index, 0))]
  const others = following
    .filter(({ name }) => !own.some(door => door.name === name))
    .map(({ name, title }) => ({ name, words: title }))
  return [...own, ...others].slice(0, most)
}
