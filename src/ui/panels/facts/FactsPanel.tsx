/** What happened, newest first, each fact with its instant and a way there. */
import { useState } from 'react'
import type { Fact } from '../../../engine/contract/facts.ts'
import { formatTime } from '../../../words/formatNumbers.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { sayableFact } from '../../../words/sayableFact.ts'
import { whySentences } from '../../../words/whySentences.ts'
import { askWhy } from '../../store/askWhy.ts'
import { seek } from '../../store/commands.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import styles from './FactsPanel.module.css'
import { type FactChoice, factChoices } from './factChoices.ts'
import { detailedMicros, useFacts } from './useFacts.ts'

learnSentences(whySentences)

export function FactsPanel() {
  const [choice, setChoice] = useState<FactChoice>('notable')
  return (
    <>
      <label className={styles.choice}>
        <span className="unseen">Show</span>
        <select value={choice} onChange={event => setChoice(event.target.value as FactChoice)}>
          {factChoices.map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
        {choice !== 'notable' && <small>of the last {formatTime(detailedMicros)}</small>}
      </label>
      <FactList key={choice} choice={choice} />
    </>
  )
}

/** A page of the list; older ones come on demand. */
const pageLength = 60

function FactList({ choice }: { choice: FactChoice }) {
  const facts = useFacts(choice)
  const [shown, setShown] = useState(pageLength)
  if (facts === null) return <p className={styles.note}>Asking the engine…</p>
  if (facts.length === 0) return <p className={styles.note}>Nothing of the kind up to here.</p>
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
  const instant = formatInstant(fact.at)
  return (
    <li className={styles.fact}>
      <button type="button" aria-label={`Go to ${instant}`} onClick={() => seek(fact.at)}>
        {instant}
      </button>
      <span>
        <WithTerms text={say(sayableFact(fact))} />
        <button
          type="button"
          className={styles.why}
          aria-label={`Why, at ${instant}?`}
          onClick={() => void askWhy(fact)}
        >
          Why?
        </button>
      </span>
    </li>
  )
}
