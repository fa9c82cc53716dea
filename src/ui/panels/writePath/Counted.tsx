/** What was counted in figures, and the published table beside it. */
import type { WritePathAnswer, WriteSide } from '../../../engine/contract/writePath.ts'
import { formatBytes } from '../../../words/formatBytes.ts'
import { formatCount, formatTime } from '../../../words/formatNumbers.ts'
import { Button } from '../../widgets/Button.tsx'
import { download } from '../../widgets/download.ts'
import { aSecond, each, iosEach, kindNames, published } from './figures.ts'
import styles from './WritePath.module.css'
import { writePathCsv } from './writePathCsv.ts'

interface Row {
  name: string
  of: (side: WriteSide) => string
}

function rowsOf({ mirrored }: WritePathAnswer): Row[] {
  const kinds = mirrored.kinds.map(({ kind }): Row => {
    return { name: `${kindNames[kind]}, I/Os`, of: side => short(iosEach(side, kind)) }
  })
  return [
    ...kinds,
    { name: 'All I/Os', of: side => short(iosEach(side)) },
    { name: 'I/Os at disks or copies', of: side => short(each(side, side.copies)) },
    { name: 'Bytes to disks or copies', of: side => bytes(each(side, side.copyBytes)) },
    { name: 'Half are done within', of: side => time(side.latencyMicros) },
    { name: 'Transactions a second', of: side => formatCount(Math.round(aSecond(side))) },
  ]
}

export function Counted({ answer }: { answer: WritePathAnswer }) {
  return (
    <div className={styles.tables}>
      <table>
        <caption>Counted here, for each transaction</caption>
        <Head />
        <tbody>
          {rowsOf(answer).map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(answer.mirrored)}</td>
              <td>{of(answer.aurora)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Published in 2017, table 1</caption>
        <Head />
        <tbody>
          <tr>
            <th scope="row">I/Os a transaction</th>
            <td>{published.mirrored.ios}</td>
            <td>{published.aurora.ios}</td>
          </tr>
          <tr>
            <th scope="row">Transactions in 30 min</th>
            <td>{formatCount(published.mirrored.transactions)}</td>
            <td>{formatCount(published.aurora.transactions)}</td>
          </tr>
        </tbody>
      </table>
      <Button onClick={() => download(writePathCsv(answer), 'what-crosses.csv', 'text/csv')}>
        Save as CSV
      </Button>
    </div>
  )
}

function Head() {
  return (
    <thead>
      <tr>
        <td />
        <th scope="col">Mirrored MySQL</th>
        <th scope="col">Aurora</th>
      </tr>
    </thead>
  )
}

function short(value: number): string {
  return value === 0 ? '–' : formatCount(Math.round(value * 100) / 100)
}

function bytes(value: number): string {
  return value === 0 ? '–' : formatBytes(value)
}

function time(micros: number): string {
  return micros === 0 ? '–' : formatTime(micros)
}
