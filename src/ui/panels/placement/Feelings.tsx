/** What an application feels: what it commits, what it loses and why, what its users saw. */
import type { PlacedView } from '../../../engine/contract/placementView.ts'
import { say } from '../../../words/say.ts'
import { causesOf, conflictsOf, perSecond } from './feelings.ts'
import styles from './PlacementPanel.module.css'

interface FeelingsProps {
  view: PlacedView
  windowMicros: number
  isMulti: boolean
}

export function Feelings({ view, windowMicros, isMulti }: FeelingsProps) {
  const { recent, totals } = view
  const rate = (name: string, count: number) =>
    say({ key: `placement.rate.${name}`, parameters: { rate: perSecond(count, windowMicros) } })
  const conflicts = conflictsOf(recent)
  const { retried, errors } = totals
  const feels = isMulti ? 'placement.feels' : 'placement.feels.single'
  return (
    <div className={styles.feelings}>
      <p className={styles.rates}>
        <span>{rate('commits', recent.commits)}</span>
        {isMulti && (
          <strong data-many={conflicts > 0 || undefined}>{rate('conflicts', conflicts)}</strong>
        )}
        <span>{rate('staleReads', recent.staleReads)}</span>
      </p>
      {causesOf(view, windowMicros).map(phrase => (
        <p key={phrase.key} className={styles.cause}>
          {say(phrase)}
        </p>
      ))}
      <p className={styles.quiet}>{say({ key: feels, parameters: { retried, errors } })}</p>
    </div>
  )
}
