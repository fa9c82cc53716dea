/** The versions of a row, newest first: who wrote it, whether that is committed, who sees it. */
import type { ResultValue } from '../../../engine/contract/sql.ts'
import type { VersionView } from '../../../engine/contract/sqlView.ts'
import styles from './RowsPanel.module.css'

interface VersionsProps {
  columns: string[]
  versions: VersionView[]
}

/** Older ones are folded away. */
const shownAtOnce = 3

export function Versions({ columns, versions }: VersionsProps) {
  const older = versions.slice(shownAtOnce)
  return (
    <>
      <ol className={styles.versions} aria-label="Versions, newest first">
        {versions.slice(0, shownAtOnce).map(version => (
          <Version key={`${version.lsn} ${version.transaction}`} {...{ columns, version }} />
        ))}
      </ol>
      {older.length > 0 && (
        <details className={styles.older}>
          <summary>{older.length} older</summary>
          <ol className={styles.versions} aria-label="Older versions">
            {older.map(version => (
              <Version key={`${version.lsn} ${version.transaction}`} {...{ columns, version }} />
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function written(value: ResultValue | undefined): string {
  return value === null || value === undefined ? 'NULL' : String(value)
}

const states: Record<VersionView['state'], [sign: string, word: string]> = {
  active: ['◌', 'not committed'],
  committed: ['✓', 'committed'],
  rolledBack: ['✕', 'rolled back'],
}

function Version({ columns, version }: { columns: string[]; version: VersionView }) {
  const { values, state, session, transaction, lsn, seenBy } = version
  const [sign, word] = states[state]
  const by = session === '' ? '' : `${session}, `
  const writer = transaction === 0 ? 'there from the start' : `${by}transaction ${transaction}`
  return (
    <li data-state={state}>
      <span>
        <span aria-hidden="true">{sign}</span>{' '}
        {values === null
          ? 'deleted'
          : columns.map((column, place) => `${column} ${written(values[place])}`).join(', ')}
      </span>
      <small className={styles.byWhom}>
        {word}; {writer}
        {lsn > 0 && `, LSN ${lsn.toLocaleString('en')}`}
        {seenBy.length > 0 && <b className={styles.seen}> · seen by {seenBy.join(', ')}</b>}
      </small>
    </li>
  )
}
