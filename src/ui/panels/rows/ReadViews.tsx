/** What each session sees: its read view, and the commits up to which it looks. */
import { formatInstant } from '../../widgets/formatInstant.ts'
import { seek } from '../../store/commands.ts'
import styles from './RowsPanel.module.css'
import type { SqlSubject } from './sqlSubject.ts'

export function ReadViews({ sql: { readViews } }: SqlSubject) {
  if (readViews.length === 0) {
    return (
      <p className={styles.quiet}>
        Nobody holds a read view. A session takes one when it reads: for one statement at read
        committed, for the whole transaction above that.
      </p>
    )
  }
  return (
    <ul className={styles.waits} aria-label="Read views">
      {readViews.map(({ session, upTo, takenAt }) => (
        <li key={session}>
          <b>{session}</b> sees the first {upTo.toLocaleString('en')} commits and its own changes;
          taken at{' '}
          <button type="button" className={styles.instant} onClick={() => void seek(takenAt)}>
            {formatInstant(takenAt)}
          </button>
        </li>
      ))}
    </ul>
  )
}
