/** How many sessions an application has: each holds a connection, and its first request wakes. */
import type { ApplicationView } from '../../../engine/contract/frame.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import styles from './ServerlessPanel.module.css'
import { useSlider } from './useSlider.ts'

const most = 40

function wordsOf(count: number): string {
  if (count === 0) return 'no session'
  return count === 1 ? '1 session' : `${count} sessions`
}

export function SessionsControl({ application }: { application: ApplicationView }) {
  const { id, sessions } = application
  const isLocked = viewStore(state => state.isLocked)
  const { value, setValue } = useSlider(sessions, count =>
    giveCommand({ do: 'SetWorkload', workload: id, sessions: count }),
  )
  return (
    <fieldset className={styles.control}>
      <legend>Application {id}</legend>
      <label>
        <strong>{wordsOf(value)}</strong>
        <input
          type="range"
          aria-label={`Sessions of ${id}`}
          aria-valuetext={wordsOf(value)}
          min={0}
          max={Math.max(most, sessions)}
          step={1}
          value={value}
          disabled={isLocked}
          onChange={event => setValue(Number(event.target.value))}
        />
      </label>
    </fieldset>
  )
}
