/** What one serverless instance does now in a sentence, and what keeps it awake. */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { say } from '../../../words/say.ts'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import { capacityPhrase, pausePhrases } from './capacityPhrase.ts'
import styles from './ServerlessPanel.module.css'

export function NowSaid({ view, at }: { view: CapacityView; at: Micros }) {
  return (
    <section aria-label={`What ${view.id} does`} className={styles.said}>
      <p>
        <WithTerms text={say(capacityPhrase(view, at))} />
      </p>
      <PauseReasons view={view} />
    </section>
  )
}

function PauseReasons({ view }: { view: CapacityView }) {
  const [first, ...reasons] = pausePhrases(view)
  if (first === undefined) return null
  return (
    <div className={styles.reasons}>
      <p>{say(first)}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(reason => (
            <li key={reason.key}>{say(reason)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
