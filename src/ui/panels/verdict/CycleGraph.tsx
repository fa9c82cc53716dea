/**
 * A cycle as a graph: transactions on a circle, an arrow from who comes first to who comes after.
 * Kinds differ by stroke and by their letters; the key stands beside them.
 */
import type { RunStep, RunTransaction } from '../../../engine/contract/history.ts'
import { bentArrow, type CirclePlace, circlePlaces, type Point } from '../../widgets/circleGraph.ts'
import { keyWords, nameOf, stepWords } from './stepWords.ts'
import styles from './VerdictPanel.module.css'

const width = 330
const radius = 27

interface CycleGraphProps {
  cycle: readonly RunStep[]
  known: ReadonlyMap<number, RunTransaction>
}

export function CycleGraph({ cycle, known }: CycleGraphProps) {
  const names = [...new Set(cycle.flatMap(({ from, to }) => [`${from}`, `${to}`]))]
  if (names.length < 2) return null
  const height = names.length === 2 ? 130 : 250
  const places = circlePlaces(names, width, height)
  const placeOf = new Map(places.map(place => [place.name, place]))
  const told = (id: RunStep['from']) => {
    const its = known.get(Number(id))
    return its === undefined ? `T${id}` : nameOf(its)
  }
  const words = cycle.map(step => stepWords(step, told(step.from), told(step.to))).join(' ')
  return (
    <svg className={styles.graph} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
      {cycle.map(step => (
        <Arrow
          key={`${step.from} ${step.to} ${step.kind}`}
          height={height}
          step={step}
          from={placeOf.get(`${step.from}`)!}
          to={placeOf.get(`${step.to}`)!}
        />
      ))}
      {places.map(place => (
        <Node key={place.name} place={place} transaction={known.get(Number(place.name))} />
      ))}
    </svg>
  )
}

/** Labels stand outside the cycle, clear of its arrows. */
function outside([x, y]: Point, height: number): Point {
  return [x, y < height / 2 ? y - 20 : y + 16]
}

interface ArrowProps {
  height: number
  step: RunStep
  from: CirclePlace
  to: CirclePlace
}

function Arrow({ height, step: { kind, key, isPredicate }, from, to }: ArrowProps) {
  const { path, head, middle } = bentArrow(from, to, { radius, bend: 40 })
  const [x, y] = outside(middle, height)
  return (
    <g data-kind={kind}>
      <path d={path} />
      <path d={head} className={styles.head} />
      <text x={x} y={y}>
        {kind}
        {isPredicate ? ' WHERE' : ''}
      </text>
      <text x={x} y={y + 12} className={styles.key}>
        {keyWords(key)}
      </text>
    </g>
  )
}

interface NodeProps {
  place: CirclePlace
  transaction: RunTransaction | undefined
}

function Node({ place: { name, x, y }, transaction }: NodeProps) {
  const session = transaction?.session ?? ''
  return (
    <g>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y - 8} className={styles.bold}>
        T{name}
      </text>
      <text x={x} y={y + 5}>
        {session.length > 8 ? `${session.slice(0, 7)}…` : session}
      </text>
      <text x={x} y={y + 17} className={styles.key}>
        {transaction?.instance ?? ''}
      </text>
    </g>
  )
}
