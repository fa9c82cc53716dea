/** The same load in five places: numbers side by side, and why they are so. */
import type { ScaleOutPoint } from '../../../engine/contract/scaleOut.ts'
import { formatShare } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import {
  commitsPerSecond,
  formatTimes,
  mainCause,
  placementNames,
  sideBySide,
  timesBaseline,
} from './figures.ts'
import { shares } from './measure.ts'
import { OpenPoint } from './OpenPoint.tsx'
import styles from './ScaleOut.module.css'
import { scaleOutStore } from './scaleOutStore.ts'

export function SideBySide() {
  const points = scaleOutStore(state => state.points)
  const share = scaleOutStore(state => state.share)
  const rows = sideBySide(points, share)
  if (rows.length === 0) return null
  return (
    <section className={styles.beside}>
      <ShareChoice />
      <div className={styles.scroll}>
        <table>
          <caption>
            The same load with {rows[0]!.writers} applications, {formatShare(share)} of the accesses
            to common rows
          </caption>
          <thead>
            <tr>
              <th scope="col">Where it goes</th>
              <th scope="col">Commits/s</th>
              <th scope="col">To a single master</th>
              <th scope="col">In flight</th>
              <th scope="col">Stale base</th>
              <th scope="col">No winner</th>
              <th scope="col">Row owned</th>
              <th scope="col">Work wasted</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(point => (
              <Row key={point.placement} point={point} points={points} />
            ))}
          </tbody>
        </table>
      </div>
      <dl className={styles.reasons}>
        {rows.map(point => (
          <div key={point.placement}>
            <dt>{placementNames[point.placement]}</dt>
            <dd>{reasonOf(point)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Row({ point, points }: { point: ScaleOutPoint; points: readonly ScaleOutPoint[] }) {
  const { inFlight, staleBase, noWinner, rowOwned } = point.conflicts
  return (
    <tr>
      <th scope="row">{placementNames[point.placement]}</th>
      <td>{Math.round(commitsPerSecond(point))}</td>
      <td>{formatTimes(timesBaseline(points, point))}</td>
      <td>{inFlight}</td>
      <td>{staleBase}</td>
      <td>{noWinner}</td>
      <td>{rowOwned}</td>
      <td>{formatShare(point.wasted)}</td>
      <td>
        <OpenPoint point={point} />
      </td>
    </tr>
  )
}

function ShareChoice() {
  const chosen = scaleOutStore(state => state.share)
  return (
    <fieldset className={styles.shares}>
      <legend>Accesses to common rows</legend>
      {shares.map(share => (
        <label key={share}>
          <input
            type="radio"
            name="scaleOutShare"
            checked={share === chosen}
            onChange={() => scaleOutStore.setState({ share })}
          />
          {formatShare(share)}
        </label>
      ))}
    </fieldset>
  )
}

function reasonOf(point: ScaleOutPoint): string {
  const { placement, share, rolledBack, committed, wasted } = point
  const cause = mainCause(point)
  const kind = placement === 'common' && (share === 0 || cause === null) ? 'apart' : placement
  const { load } = scaleOutStore.getState()
  const parameters = {
    rolledBack,
    ended: rolledBack + committed,
    wastedPpm: wasted,
    cause: cause ?? '',
    statements: (load?.reads ?? 14) + (load?.writes ?? 4),
  }
  return say({ key: `scaleOut.why.${kind}`, parameters })
}
