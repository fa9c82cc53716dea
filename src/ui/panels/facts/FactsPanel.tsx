/** What happened, newest first, each fact with its instant and a way there. */
import { useState } from 'react'
import type { Fact } from '../../../engine/contract/facts.ts'
import { say } from '../../../words/say.ts'
import { seek } from '../../store/commands.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import styles from './FactsPanel.module.css'
import { sayableFact } from './sayableFact.ts'
import { useFacts } from './useFacts.ts'

/** A page of the list; older ones come on demand. */
const pageLength = 60

export function FactsPanel() {
  const facts = useFacts()
  const [shown, setShown] = useState(pageLength)
  if (facts === null) return <p className={styles.note}>Asking the engine…</p>
  if (facts.length === 0) return <p className={styles.note}>Nothing notable has happened yet.</p>
  return (
    <>
      <ol className={styles.facts} aria-label="Facts">
        {facts.slice(0, shown).map(fact => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </ol>
      {facts.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + pageLength)}>
          Show older facts
        </button>
      )}
    </>
  )
}

function FactRow({ fact }: { fact: Fact }) {
  return (
    <li className={styles.fact}>
      <button
        type="button"
        aria-label={`Go to ${formatInstant(fact.at)}`}
        onClick={() => seek(fact.at)}
      >
        {formatInstant(fact.at)}
      </button>
      <span>{say(sayableFact(fact))}</span>
    </li>
  )
}
