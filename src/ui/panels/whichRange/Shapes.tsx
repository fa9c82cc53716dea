/** Which loads suit: the chosen range and the instance under every shape, and what follows. */
import { formatDollars } from '../../../words/formatDollars.ts'
import { formatShare } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { dollarsOf, missedPpm, nameOf, verdictOf } from './figures.ts'
import { shapeNames } from './loadOf.ts'
import { rangeStore, type ShapeRows } from './rangeStore.ts'
import styles from './WhichRange.module.css'

export function Shapes() {
  const shapes = rangeStore(state => state.shapes)
  const [first] = shapes
  if (first === undefined) return null
  const { choice } = first.range
  return (
    <section className={styles.beside}>
      <div className={styles.scroll}>
        <table>
          <caption>
            {nameOf(choice)} beside {nameOf(first.fixed.choice)}: best first
          </caption>
          <thead>
            <tr>
              <th scope="col">Load</th>
              <th scope="col">Mean</th>
              <th scope="col">Range</th>
              <th scope="col">Instance</th>
              <th scope="col">Late or refused</th>
              <th scope="col">So</th>
            </tr>
          </thead>
          <tbody>
            {shapes.toSorted(byRatio).map(rows => (
              <Shape key={rows.shape} rows={rows} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function byRatio(one: ShapeRows, other: ShapeRows): number {
  const ratio = ({ range, fixed }: ShapeRows) => dollarsOf(range) / dollarsOf(fixed)
  return ratio(one) - ratio(other)
}

function Shape({ rows: { shape, range, fixed } }: { rows: ShapeRows }) {
  return (
    <tr>
      <th scope="row">{shapeNames[shape]}</th>
      <td>{range.meanAcu.toFixed(1)} ACU</td>
      <td>{formatDollars(range.cost.total)}</td>
      <td>{formatDollars(fixed.cost.total)}</td>
      <td>{formatShare(Math.round(missedPpm(range)))}</td>
      <td>{say({ key: `whichRange.short.${verdictOf(range, fixed)}`, parameters: {} })}</td>
    </tr>
  )
}
