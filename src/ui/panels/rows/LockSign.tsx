/** A lock in a word: a closed sign where it is held, an open one where it is waited for. */
import styles from './RowsPanel.module.css'

interface LockSignProps {
  session: string
  mode: string
  isGranted: boolean
}

export function LockSign({ session, mode, isGranted }: LockSignProps) {
  return (
    <span className={styles.lock} data-waits={!isGranted || undefined}>
      <span aria-hidden="true">{isGranted ? '▣' : '‖'}</span> {session}
      <span className="unseen">{isGranted ? ' holds ' : ' waits for '}</span> {mode}
    </span>
  )
}
