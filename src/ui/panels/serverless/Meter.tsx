/** The meter: ACU-hours and dollars so far, and what the prices are worth. */
import type { ServerlessView } from '../../../engine/contract/serverlessView.ts'
import { say } from '../../../words/say.ts'
import { formatDollars } from '../../../words/formatDollars.ts'
import { wholeSeconds } from '../../../words/capacityWords.ts'
import { Term } from '../../widgets/Term.tsx'
import styles from './ServerlessPanel.module.css'

export function Meter({ meter }: { meter: ServerlessView['meter'] }) {
  const { acuHours, compute, storage, total, pausedMicros } = meter
  return (
    <section aria-label="Cost so far" className={styles.meter}>
      <h3>Cost so far</h3>
      <p className={styles.total}>{formatDollars(total)}</p>
      <dl className={styles.rows}>
        <div>
          <dt>
            Compute, <Term name="ACU-hour">{acuHours} ACU-hours</Term>
          </dt>
          <dd>{formatDollars(compute)}</dd>
        </div>
        <div>
          <dt>Storage, paused or not</dt>
          <dd>{formatDollars(storage)}</dd>
        </div>
        <div>
          <dt>Asleep</dt>
          <dd>{pausedMicros === 0 ? 'never' : wholeSeconds(pausedMicros)}</dd>
        </div>
      </dl>
      <p className={styles.note}>{say({ key: 'capacity.prices', parameters: {} })}</p>
    </section>
  )
}
