/** A gap between rows that somebody has locked: nobody else may put a row into it. */
import type { LockView } from '../../../engine/contract/sqlView.ts'
import { strengthOf } from './gapLocks.ts'
import { LockSign } from './LockSign.tsx'
import styles from './RowsPanel.module.css'

export function GapLine({ where, locks }: { where: string; locks: LockView[] }) {
  if (locks.length === 0) return null
  return (
    <p className={styles.gap}>
      <small>{where}</small>
      {locks.map(({ session, mode, isGranted }) => (
        <LockSign
          key={`${session} ${mode} ${isGranted}`}
          {...{ session, isGranted }}
          mode={/insert/.test(mode) ? 'room for a row' : strengthOf(mode)}
        />
      ))}
    </p>
  )
}
