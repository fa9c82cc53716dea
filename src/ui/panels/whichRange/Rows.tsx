/** The range beside the instance, item by item, and what that says; then all that was played. */
import type { RangeRow } from '../../../engine/contract/whichRange.ts'
import { formatDollars } from '../../../words/formatDollars.ts'
import { formatCount, formatShare, formatTime } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { openSource } from '../../store/openSource.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { dollarsOf, evenAcu, keyOf, missedPpm, nameOf, verdictOf } from './figures.ts'
import { rangeChosen } from './play.ts'
import { rangeStore } from './rangeStore.ts'
import styles from './WhichRange.module.css'

export function Rows() {
  const state = rangeStore()
  const { rows } = state
  const range = rows.find(({ choice }) => keyOf(choice) === keyOf(rangeChosen(state)))
  const fixed = rows.find(({ choice }) => keyOf(choice) === state.class)
  const beside = [range, fixed].filter(row => row !== undefined)
  if (beside.length === 0) return null
  return (
    <section className={styles.beside}>
      <Table rows={beside} caption="The same day, the same items on the bill" />
      {range && fixed && <Said range={range} fixed={fixed} />}
      {rows.length > 2 && (
        <details>
          <summary>All {rows.length} choices in figures</summary>
          <Table
            rows={rows.toSorted((one, other) => dollarsOf(one) - dollarsOf(other))}
            caption="Cheapest first"
          />
        </details>
      )}
    </section>
  )
}

function Table({ rows, caption }: { rows: readonly RangeRow[]; caption: string }) {
  return (
    <div className={styles.scroll}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Row key={keyOf(row.choice)} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const heads = [
  'Choice',
  'Compute',
  'Storage',
  'I/O',
  'The day',
  'Late',
  'Refused',
  'Wake-ups',
  'Asleep',
  'Mean',
  'Connections',
]

function Row({ row }: { row: RangeRow }) {
  const { choice, cost, late, refused, wakes, wakingMicros, pausedMicros } = row
  return (
    <tr>
      <th scope="row">{nameOf(choice)}</th>
      <td>{formatDollars(cost.compute)}</td>
      <td>{formatDollars(cost.storage)}</td>
      <td>{formatDollars(cost.io)}</td>
      <td>
        <strong>{formatDollars(cost.total)}</strong>
      </td>
      <td>{withShare(late, row)}</td>
      <td>{withShare(refused, row)}</td>
      <td>{wakes === 0 ? 'none' : `${wakes}, ${formatTime(wakingMicros)}`}</td>
      <td>{pausedMicros === 0 ? 'never' : formatTime(pausedMicros)}</td>
      <td>{row.meanAcu.toFixed(1)} ACU</td>
      <td>{formatCount(row.maxConnections)}</td>
      <td>
        <Button
          icon="play"
          look="quiet"
          name={`Open on the stage: ${nameOf(choice)}`}
          onClick={() => {
            viewStore.setState({ dialog: null })
            void openSource(row.scenario, 'story')
          }}
        />
      </td>
    </tr>
  )
}

function withShare(count: number, { prompt, late, refused }: RangeRow): string {
  if (count === 0) return 'none'
  const ppm = Math.round((count / (prompt + late + refused)) * 1_000_000)
  return `${formatCount(count)}, ${formatShare(ppm)}`
}

/** What the numbers come to: dearer or not, who waits, from which mean on, how many connect. */
function Said({ range, fixed }: { range: RangeRow; fixed: RangeRow }) {
  const even = evenAcu(range, fixed)
  const [mine, theirs] = [dollarsOf(range), dollarsOf(fixed)]
  const parameters = {
    range: nameOf(range.choice),
    fixed: nameOf(fixed.choice),
    rangeDollars: formatDollars(range.cost.total),
    fixedDollars: formatDollars(fixed.cost.total),
    differencePpm: Math.round((Math.abs(mine - theirs) / Math.max(0.000001, theirs)) * 1_000_000),
    missed: formatShare(Math.round(missedPpm(range))),
    fixedMissed: formatShare(Math.round(missedPpm(fixed))),
    mean: range.meanAcu.toFixed(1),
    even: even === null ? '' : even.toFixed(1),
    wakes: range.wakes,
    wakingMicros: range.wakingMicros,
    rangeConnections: formatCount(range.maxConnections),
    fixedConnections: formatCount(fixed.maxConnections),
  }
  const keys = [
    `verdict.${verdictOf(range, fixed)}`,
    ...(even === null ? [] : [range.meanAcu < even ? 'meanBelow' : 'meanAbove']),
    ...(range.wakes > 0 ? ['wakes'] : []),
    'connections',
  ]
  return (
    <ul className={styles.said}>
      {keys.map(key => (
        <li key={key}>{say({ key: `whichRange.${key}`, parameters })}</li>
      ))}
    </ul>
  )
}
