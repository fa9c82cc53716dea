/** All figures of the stopwatch: a measure a row, a story a column. */
import { stopwatchNames, stopwatchWords } from '../../words/stopwatchWords.ts'
import type { Felt } from '../store/stopwatch.ts'
import styles from './Stopwatch.module.css'
import { stopwatchRows } from './stopwatchRows.ts'

export function StopwatchTable({ felt }: { felt: Felt[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys where it is too wide
    <section className={styles.table} aria-label={stopwatchWords.all} tabIndex={0}>
      <table>
        <caption>{stopwatchWords.caption}</caption>
        <thead>
          <tr>
            <td />
            {felt.map(({ story, title }) => (
              <th key={story} scope="col">
                {stopwatchNames[story] ?? title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stopwatchRows(felt).map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((lines, column) => (
                <td key={felt[column]!.story}>
                  {lines.map(line => (
                    <span key={line}>{line}</span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
