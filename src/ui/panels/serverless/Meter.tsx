/** The meter: ACU-hours and dollars so far, and what the prices are worth. */
import type { ServerlessView } from '../../../engine/contract/serverlessView.ts'
import { say } from '../../../words/say.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { formatPrice } from '../../../words/formatPrice.ts'
import { formatDollars } from '../../../words/formatDollars.ts'
import { wholeSeconds } from '../../../words/capacityWords.ts'
import { Term } from '../../widgets/Term.tsx'
import styles from './ServerlessPanel.module.css'

function pricesPhrase({ prices, isIoOptimized }: ServerlessView['meter']) {
  const { acuHour, storageGbMonth, ioMillion } = prices
  const key = isIoOptimized ? 'capacity.prices.ioOptimized' : 'capacity.prices'
  const parameters = {
    acuHour: formatPrice(acuHour),
    storageGbMonth: formatPrice(storageGbMonth),
    ioMillion: formatPrice(ioMillion),
  }
  return { key, parameters }
}

export function Meter({ meter }: { meter: ServerlessView['meter'] }) {
  const { acuHours, ios, compute, storage, io, total, pausedMicros } = meter
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
          <dt>
            {formatCount(ios)} <Term name="I/O">I/Os</Term>
          </dt>
          <dd>{formatDollars(io)}</dd>
        </div>
        <div>
          <dt>Asleep</dt>
          <dd>{pausedMicros === 0 ? 'never' : wholeSeconds(pausedMicros)}</dd>
        </div>
      </dl>
      <p className={styles.note}>{say(pricesPhrase(meter))}</p>
    </section>
  )
}
