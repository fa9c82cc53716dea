/** Every point in figures, and as a file for a spreadsheet. */
import type { DurabilityPoint, DurabilityScheme } from '../../../engine/contract/durability.ts'
import { formatSpan } from '../../../words/formatOdds.ts'
import { Button } from '../../widgets/Button.tsx'
import { download } from '../../widgets/download.ts'
import styles from './Durability.module.css'
import { durabilityCsv } from './durabilityCsv.ts'
import { durabilityStore } from './durabilityStore.ts'
import { formatMeasure } from './formatMeasure.ts'

export function AllPoints() {
  const { answer, measure, times, asked } = durabilityStore()
  if (answer === null) return null
  const rows = answer.curves.flatMap(({ scheme, points }) =>
    points.map(point => ({ scheme, point })),
  )
  return (
    <details className={styles.all}>
      <summary>All {rows.length} points in figures</summary>
      <Button
        onClick={() =>
          download(
            durabilityCsv(answer.curves, times, asked),
            'how-long-copies-last.csv',
            'text/csv',
          )
        }
      >
        Save as CSV
      </Button>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">Copies</th>
              <th scope="col">At</th>
              <th scope="col">Closed form</th>
              <th scope="col">Markov chain</th>
              <th scope="col">Histories</th>
              <th scope="col">± 95 %</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ scheme, point }) => (
              <Row
                key={`${scheme} ${point.at}`}
                scheme={scheme}
                value={point[measure]}
                {...point}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

type RowProps = Pick<DurabilityPoint, 'at'> & {
  scheme: DurabilityScheme
  value: DurabilityPoint['lost']
}

function Row({ scheme, at, value: { closed, markov, sampled } }: RowProps) {
  const { measure } = durabilityStore.getState()
  const drawn = sampled === null || sampled.mean === 0 ? null : sampled
  return (
    <tr>
      <th scope="row">{scheme}</th>
      <td>{formatSpan(at)}</td>
      <td>{formatMeasure(closed, measure)}</td>
      <td>{formatMeasure(markov, measure)}</td>
      <td>{drawn === null ? '–' : formatMeasure(drawn.mean, measure)}</td>
      <td>{drawn === null ? '–' : `${Math.round((100 * drawn.halfWidth) / drawn.mean)} %`}</td>
    </tr>
  )
}
