/** The numbers of both at one instant; which is better is said in a word and by weight. */
import { compareWords } from '../../words/compareWords.ts'
import { formatTime } from '../../words/formatNumbers.ts'
import styles from './ComparePanel.module.css'
import type { FigureRow } from './figureRows.ts'
import { useBothFigures } from './useBothFigures.ts'

const betterWords = { here: 'this run', there: 'the other', same: 'same' } as const

export function FigureTable() {
  const both = useBothFigures()
  if (both === null) return <p>Counting…</p>
  return (
    <>
      <table className={styles.table}>
        <caption>In numbers, both after {formatTime(both.at)}</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">{compareWords.here}</th>
            <th scope="col">{compareWords.there}</th>
            <th scope="col">Difference</th>
            <th scope="col">Better</th>
          </tr>
        </thead>
        <tbody>
          {both.rows.map(row => (
            <Row key={row.name} row={row} />
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{compareWords.iosAtRest}</p>
    </>
  )
}

function Row({ row }: { row: FigureRow }) {
  const { name, here, there, difference, better } = row
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-better={better === 'here' || undefined}>{here}</td>
      <td data-better={better === 'there' || undefined}>{there}</td>
      <td>{difference}</td>
      <td>{better === null ? '–' : betterWords[better]}</td>
    </tr>
  )
}
