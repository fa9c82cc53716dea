/** What differs on the stages, by name: the rings of the picture in words. */
import { compareWords } from '../../words/compareWords.ts'
import styles from './ComparePanel.module.css'
import type { Differences } from './whatDiffers.ts'

/** More than these are counted. */
const most = 10

export function ShapeTable({ lines }: { lines: Differences['lines'] }) {
  if (lines.length === 0) return <p className={styles.note}>{compareWords.same}</p>
  const rest = lines.length - most
  return (
    <table className={styles.table}>
      <caption>Differs on the stages, ringed</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{compareWords.here}</th>
          <th scope="col">{compareWords.there}</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, most).map(({ id, name, here, there }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{here}</td>
            <td>{there}</td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <td colSpan={3}>and {rest} more</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
