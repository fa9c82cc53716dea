/** All locks, held and wanted, in the order in which they were asked for. */
import type { LockView } from '../../../engine/contract/sqlView.ts'
import styles from './RowsPanel.module.css'
import type { SqlSubject } from './sqlSubject.ts'

export function Locks({ sql: { locks, lockCount } }: SqlSubject) {
  if (locks.length === 0) return <p className={styles.quiet}>Nobody holds a lock.</p>
  return (
    <>
      <table className={styles.locks}>
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Lock</th>
            <th scope="col">On</th>
          </tr>
        </thead>
        <tbody>
          {locks.map((lock, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: their order is what tells them apart
            <tr key={index} data-waits={!lock.isGranted || undefined}>
              <td>{lock.session}</td>
              <td>
                {lock.isGranted ? '▣ holds' : '‖ waits for'} {lock.mode}
              </td>
              <td>{placeOf(lock)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lockCount > locks.length && (
        <p className={styles.quiet}>
          {locks.length} of {lockCount.toLocaleString('en')} locks.
        </p>
      )}
    </>
  )
}

function placeOf({ table, index, key, page }: LockView): string {
  if (key === '' && index === '') return `table ${table}`
  const where = index === '' || index === 'PRIMARY' ? table : `${table}, index ${index}`
  return `${where}: ${key || 'all'}${key === '' || page < 0 ? '' : ` (page ${page})`}`
}
