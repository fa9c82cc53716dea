/** The inspector through one actor's eyes: what it knows of the selected thing, since when. */
import type { Knowledge, Told } from '../../../engine/contract/knowledge.ts'
import { messageWord } from '../../../words/messageWords.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { pause, seek } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { actorOf, knownRows } from './knownRows.ts'
import styles from './KnowledgePanel.module.css'

interface ThingKnownProps {
  known: Knowledge
  selection: string
  /** Those through whose eyes one can look. */
  knowers: string[]
}

export function ThingKnown({ known, selection, knowers }: ThingKnownProps) {
  const rows = knownRows(known, selection)
  const actor = actorOf(known, selection)
  if (rows.length === 0 || actor === null) return null
  const name = namePlace(actor)
  return (
    <section className={styles.thing} aria-label={`${name}, as ${known.actor} knows it`}>
      <h3>
        {name}, as {namePlace(known.actor)} knows it
      </h3>
      <dl>
        {rows.map(row => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>
              {row.text}
              {row.told && <Jumps told={row.told} actor={actor} />}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.doors}>
        {knowers.includes(actor) && (
          <Button onClick={() => viewStore.setState({ knower: actor })}>What {name} knows</Button>
        )}
        <Button onClick={() => viewStore.setState({ panel: 'why' })}>How it really is</Button>
      </p>
    </section>
  )
}

/** To the instant at which it knew, and to the message on its way, which only the whole shows. */
function Jumps({ told, actor }: { told: Told; actor: string }) {
  const word = messageWord(told.kind)
  return (
    <>
      <button
        type="button"
        className={styles.link}
        aria-label={`Go to ${formatInstant(told.at)}, when the ${word} came`}
        onClick={() => void showArrival(told, actor)}
      >
        {formatInstant(told.at)}
      </button>
      <button
        type="button"
        className={styles.link}
        aria-label={`Show the ${word} on its way`}
        onClick={() => void showMessage(told)}
      >
        the message
      </button>
    </>
  )
}

async function showArrival({ at }: Told, actor: string): Promise<void> {
  pause()
  await seek(at)
  viewStore.setState({ highlighted: actor })
}

async function showMessage({ sentAt, at, message }: Told): Promise<void> {
  pause()
  viewStore.setState({ knower: null })
  await seek(Math.floor((sentAt + at) / 2))
  viewStore.setState({ selection: `message:${message}`, panel: 'why' })
}
