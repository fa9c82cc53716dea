/** How much background work waits, against the limit above which a copy takes in more slowly. */
import type { SegmentWorkView } from '../../../engine/contract/volumeFrameView.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import styles from './Steps.module.css'

export function Backlog({ work, at }: { work: SegmentWorkView; at: number }) {
  const { backlog, throttleBacklog, throttledSince } = work
  return (
    <section aria-label="Backlog" className={styles.block}>
      <p className={styles.pair}>
        <span>Backlog</span>
        <span>
          {formatCount(backlog)} of {formatCount(throttleBacklog)} records
        </span>
      </p>
      <meter
        min={0}
        max={throttleBacklog}
        value={Math.min(backlog, throttleBacklog)}
        aria-label="Backlog against the throttle"
      />
      {throttledSince !== null && (
        <p className={styles.warning}>
          ▲ {say({ key: 'volume.throttled', parameters: { forMicros: at - throttledSince } })}
        </p>
      )}
    </section>
  )
}
