/** Every measured point in figures, and as a file for a spreadsheet. */
import { formatShare } from '../../../words/formatNumbers.ts'
import { Button } from '../../widgets/Button.tsx'
import { download } from '../../widgets/download.ts'
import { commitsPerSecond, formatTimes, placementNames, timesBaseline } from './figures.ts'
import { OpenPoint } from './OpenPoint.tsx'
import styles from './ScaleOut.module.css'
import { scaleOutCsv } from './scaleOutCsv.ts'
import { scaleOutStore } from './scaleOutStore.ts'

export function AllPoints() {
  const points = scaleOutStore(state => state.points)
  if (points.length === 0) return null
  return (
    <details className={styles.all}>
      <summary>All {points.length} runs in figures</summary>
      <Button onClick={() => download(scaleOutCsv(points), 'does-it-scale.csv', 'text/csv')}>
        Save as CSV
      </Button>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">Where it goes</th>
              <th scope="col">Writers</th>
              <th scope="col">Common</th>
              <th scope="col">Commits/s</th>
              <th scope="col">To a single master</th>
              <th scope="col">Work wasted</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {points.map(point => (
              <tr key={`${point.placement} ${point.writers} ${point.share}`}>
                <th scope="row">{placementNames[point.placement]}</th>
                <td>{point.writers}</td>
                <td>{formatShare(point.share)}</td>
                <td>{Math.round(commitsPerSecond(point))}</td>
                <td>{formatTimes(timesBaseline(points, point))}</td>
                <td>{formatShare(point.wasted)}</td>
                <td>
                  <OpenPoint point={point} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
