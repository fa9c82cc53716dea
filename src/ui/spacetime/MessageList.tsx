/** The same window as a table, for reading and for whoever does not see the diagram. */
import type { SpaceMessage, SpacetimeAnswer } from '../../engine/contract/spacetime.ts'
import { messageWord } from '../../words/messageWords.ts'
import { namePlace } from '../../words/namePlace.ts'
import { fateWords } from '../../words/spacetimeWords.ts'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { jump } from './jump.ts'
import styles from './Spacetime.module.css'

/** Rows round the instant shown. */
const mostRows = 200

function nearest(messages: SpaceMessage[], at: number): SpaceMessage[] {
  const place = messages.findIndex(({ sentAt }) => sentAt >= at)
  const middle = place < 0 ? messages.length : place
  const first = Math.max(0, Math.min(middle - mostRows / 2, messages.length - mostRows))
  return messages.slice(first, first + mostRows)
}

interface MessageListProps {
  answer: SpacetimeAnswer
  messages: SpaceMessage[]
}

export function MessageList({ answer, messages }: MessageListProps) {
  const at = engineStore.getState().playback?.at ?? 0
  const selection = viewStore(state => state.selection)
  const inOrder = messages.toSorted((a, b) => a.sentAt - b.sentAt || a.id - b.id)
  const name = (actor: number) => namePlace(answer.actors[actor] ?? '')
  return (
    <div className={styles.list}>
      <table>
        <caption className="unseen">Messages of the window, by the instant of sending</caption>
        <thead>
          <tr>
            <th scope="col">Sent</th>
            <th scope="col">Message</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What becomes of it</th>
          </tr>
        </thead>
        <tbody>
          {nearest(inOrder, at).map(message => (
            <tr key={message.id} data-chosen={selection === `message:${message.id}` || undefined}>
              <td>
                <button type="button" onClick={() => jump({ kind: 'message', message })}>
                  {formatInstant(message.sentAt)}
                </button>
              </td>
              <td>{messageWord(message.kind)}</td>
              <td>{name(message.from)}</td>
              <td>{name(message.to)}</td>
              <td>
                {fateWords[message.fate]}
                {message.fate === 'delivered' && ` ${formatInstant(message.arrivesAt)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
