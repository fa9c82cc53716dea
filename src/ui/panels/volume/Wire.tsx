/**
 * Bytes and I/Os for each transaction: what this volume got, and what a mirrored MySQL would have
 * written for the same (2017 §3.1 and §3.2).
 */
import type { WireView } from '../../../engine/contract/volumeDetailView.ts'
import { formatBytes } from '../../../words/formatBytes.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { wireSentences } from '../../../words/wireSentences.ts'
import styles from './VolumePanel.module.css'
import type { VolumeSubject } from './volumeSubject.ts'
import table from './Wire.module.css'

learnSentences(wireSentences)

const million = 1_000_000

interface Row {
  name: string
  aurora: number
  mirrored: number
  write: (value: number) => string
}

function rowsOf({ aurora, mirrored }: WireView): Row[] {
  const row = (name: string, of: (cost: WireView['aurora']) => number, write = formatCount) => ({
    name,
    aurora: of(aurora),
    mirrored: of(mirrored),
    write,
  })
  return [
    row('I/Os a transaction', ({ writesPpm }) => writesPpm / million),
    row('Bytes a transaction', ({ bytesEach }) => bytesEach, formatBytes),
    row('I/Os at the instance', ({ writes }) => writes),
    row('I/Os at copies or disks', ({ messages }) => messages),
    row('Bytes in all', ({ bytes }) => bytes, formatBytes),
  ]
}

function times(more: number, less: number): number {
  return less === 0 ? 0 : Math.round((10 * more) / less) / 10
}

function sentencesOf({ aurora, mirrored, mirroredCommitMicros, published }: WireView): string[] {
  const ratio = {
    ios: formatCount(times(mirrored.writesPpm, aurora.writesPpm)),
    bytes: formatCount(times(mirrored.bytesEach, aurora.bytesEach)),
  }
  const told = {
    aurora: formatCount(published.auroraPpm / million),
    mirrored: formatCount(published.mirroredPpm / million),
  }
  return [
    say({ key: 'volume.wire.what', parameters: {} }),
    say({ key: 'volume.wire.ratio', parameters: ratio }),
    say({ key: 'volume.wire.published', parameters: told }),
    say({ key: 'volume.wire.commit', parameters: { forMicros: mirroredCommitMicros } }),
    say({ key: 'volume.wire.counted', parameters: {} }),
  ]
}

export function Wire({ frame }: VolumeSubject) {
  const wire = frame.volumeDetail?.wire
  if (wire === undefined || wire.transactions === 0) {
    return <p className={styles.quiet}>{say({ key: 'volume.wire.none', parameters: {} })}</p>
  }
  const [first = '', ratio = '', ...rest] = sentencesOf(wire)
  return (
    <>
      <p className={styles.quiet}>{first}</p>
      <table className={table.wire}>
        <caption>
          {formatCount(wire.transactions)} transactions, {formatCount(wire.rows)} changed rows
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Aurora</th>
            <th scope="col">Mirrored MySQL</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(wire).map(row => (
            <WireRow key={row.name} {...row} />
          ))}
        </tbody>
      </table>
      <p>{ratio}</p>
      {rest.map(sentence => (
        <p key={sentence} className={styles.quiet}>
          {sentence}
        </p>
      ))}
    </>
  )
}

/** Each number with a bar, the larger of the two as long as its cell. */
function WireRow({ name, aurora, mirrored, write }: Row) {
  const most = Math.max(aurora, mirrored, 1e-9)
  return (
    <tr>
      <th scope="row">{name}</th>
      {[aurora, mirrored].map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two columns never change
        <td key={column}>
          {write(value)}
          <i aria-hidden="true" style={{ width: `${(100 * value) / most}%` }} />
        </td>
      ))}
    </tr>
  )
}
