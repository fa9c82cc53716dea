/** The doors to other stories, by their questions, after the stopwatch of a story that is timed. */
import type { ScenarioCard } from '../../engine/contract/description.ts'
import { engineStore } from '../store/engineStore.ts'
import { openStory } from '../store/openSource.ts'
import { isTimed } from '../store/stopwatch.ts'
import styles from './Doors.module.css'
import { nextStories } from './nextStories.ts'
import { Stopwatch } from './Stopwatch.tsx'

const none: ScenarioCard[] = []

export function OtherStories({ onChosen }: { onChosen?: (() => void) | undefined }) {
  const cards = engineStore(state => state.description?.scenarios ?? none)
  const scenario = engineStore(state => state.opened?.scenario)
  const open = scenario?.name
  const timed = scenario !== undefined && isTimed(scenario) ? scenario : null
  const enter = (name: string) => {
    onChosen?.()
    void openStory(name)
  }
  return (
    <>
      {timed !== null && <Stopwatch scenario={timed} isList={onChosen !== undefined} />}
      {nextStories(cards, open, timed === null ? 3 : 2).map(({ name, words }) => (
        <button key={name} type="button" className={styles.door} onClick={() => enter(name)}>
          {words}
        </button>
      ))}
    </>
  )
}
