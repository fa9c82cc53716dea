/** The messages on their way, to be asked about one by one; they stand still only while paused. */
import { fillTemplate } from '../../../words/template.ts'
import { engineStore } from '../../store/engineStore.ts'
import { select } from '../../store/select.ts'
import { messagesUnderWay } from './messagesUnderWay.ts'
import styles from './WhyPanel.module.css'

/** More than these are counted, not listed. */
const mostListed = 40

const line = '{word} from {from} to {to}, arrives in {inMicros}'

export function MessageChoice() {
  const frame = engineStore(state => state.frame)
  const moving = engineStore(state => state.moving)
  const isPlaying = engineStore(({ playback }) => playback?.isPlaying ?? true)
  if (frame === null || isPlaying) return null
  const messages = messagesUnderWay(moving, frame.actors)
  if (messages.length === 0) return null
  return (
    <details className={styles.raw}>
      <summary>Messages on their way: {messages.length}</summary>
      <p className={styles.note}>Press one here or on the stage.</p>
      <ul className={styles.messages} aria-label="Messages on their way">
        {messages.slice(0, mostListed).map(({ id, arrivesAt, ...said }) => (
          <li key={id}>
            <button type="button" onClick={() => select(`message:${id}`)}>
              {fillTemplate(line, { ...said, inMicros: Math.max(0, arrivesAt - frame.at) })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
