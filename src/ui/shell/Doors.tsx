/** A quiet row of doors to other stories, by their questions; only where there is room for it. */
import type { ScenarioCard } from '../../engine/contract/description.ts'
import { engineStore } from '../store/engineStore.ts'
import { openStory } from '../store/openSource.ts'
import { viewStore } from '../store/viewStore.ts'
import styles from './Doors.module.css'

const none: ScenarioCard[] = []
const most = 3

/** The stories that follow the one that is open, in the order of the catalogue. */
export function nextStories(cards: ScenarioCard[], open: string | undefined): ScenarioCard[] {
  const index = cards.findIndex(({ name }) => name === open)
  return [...cards.slice(index + 1), ...cards.slice(0, Math.max(index, 0))].slice(0, most)
}

export function Doors() {
  const cards = engineStore(state => state.description?.scenarios ?? none)
  const open = engineStore(state => state.opened?.scenario.name)
  const isCrowded = viewStore(state => state.hasCharts)
  if (isCrowded) return null
  return (
    <nav className={styles.doors} aria-label="Other stories">
      {nextStories(cards, open).map(({ name, title }) => (
        <button key={name} type="button" className={styles.door} onClick={() => openStory(name)}>
          {title}
        </button>
      ))}
    </nav>
  )
}
