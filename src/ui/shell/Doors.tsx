/** A quiet row of doors to other stories, by their questions; only where there is room for it. */
import type { ScenarioCard } from '../../engine/contract/description.ts'
import { engineStore } from '../store/engineStore.ts'
import { openStory } from '../store/openSource.ts'
import { viewStore } from '../store/viewStore.ts'
import { isTimed } from '../store/stopwatch.ts'
import styles from './Doors.module.css'
import { nextStories } from './nextStories.ts'
import { Stopwatch } from './Stopwatch.tsx'

const none: ScenarioCard[] = []
export function Doors() {
  const cards = engineStore(state => state.description?.scenarios ?? none)
  const open = engineStore(state => state.opened?.scenario.name)
  const timed = open !== undefined && isTimed(open) ? open : null
  const isCrowded = viewStore(state => state.hasCharts)
  if (isCrowded) return null
  return (
    <nav className={styles.doors} aria-label="Other stories">
      {timed !== null && <Stopwatch story={timed} />}
      {nextStories(cards, open, timed === null ? 3 : 2).map(({ name, words }) => (
        <button key={name} type="button" className={styles.door} onClick={() => openStory(name)}>
          {words}
        </button>
      ))}
    </nav>
  )
}
