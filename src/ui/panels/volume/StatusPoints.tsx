/** The log points of each instance under the names that users know from Aurora PostgreSQL. */
import type { StatusPointsView } from '../../../engine/contract/volumeDetailView.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import styles from './StatusPoints.module.css'

const names = [
  ['durable_lsn', 'durableLsn'],
  ['highest_lsn_rcvd', 'highestLsnReceived'],
  ['current_read_lsn', 'currentReadLsn'],
] as const

export function StatusPoints({ points }: { points: StatusPointsView[] }) {
  if (points.length === 0) return null
  const shown = names.filter(([, field]) => points.some(its => its[field] !== null))
  return (
    <table className={styles.points}>
      <caption>
        As <code>aurora_replica_status()</code> of Aurora PostgreSQL names them
      </caption>
      <thead>
        <tr>
          <th scope="col">Instance</th>
          {shown.map(([name]) => (
            <th key={name} scope="col">
              <code>{name}</code>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map(its => (
          <tr key={its.instance}>
            <th scope="row">{its.instance}</th>
            {shown.map(([name, field]) => {
              const lsn = its[field]
              return <td key={name}>{lsn === null ? '–' : formatCount(lsn)}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
