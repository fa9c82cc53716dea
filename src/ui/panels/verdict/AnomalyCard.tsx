/** One anomaly: its name, what it means, its cycle as a picture and step by step. */
import type { RunAnomaly, RunStep, RunTransaction } from '../../../engine/contract/history.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { anomalyWords, levelWords } from '../../../words/verdictWords.ts'
import { pause, seek } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { formatInstant } from '../../widgets/formatInstant.ts'
import { CycleGraph } from './CycleGraph.tsx'
import { nameOf, stepWords } from './stepWords.ts'
import styles from './VerdictPanel.module.css'

interface AnomalyCardProps {
  anomaly: RunAnomaly
  transactions: readonly RunTransaction[]
}

export function AnomalyCard({ anomaly, transactions }: AnomalyCardProps) {
  const { name, cycle, breaks } = anomaly
  const { also, plain, exact } = anomalyWords(name)
  const known = new Map(transactions.map(its => [its.id, its]))
  const strongest = levelWords.filter(level => breaks.includes(level.name)).at(-1)
  return (
    <article className={styles.anomaly}>
      <h4>
        {name} {also !== '' && <small>({also})</small>}
      </h4>
      <p>{plain}</p>
      <CycleGraph cycle={cycle} known={known} />
      <ol className={styles.steps}>
        {cycle.map(step => (
          <Step key={`${step.from} ${step.to} ${step.kind}`} step={step} known={known} />
        ))}
      </ol>
      <p className={styles.quiet}>
        {exact}
        {strongest && ` The weakest level that excludes it: ${strongest.title}.`}
      </p>
    </article>
  )
}

type Known = ReadonlyMap<number, RunTransaction>

function Step({ step, known }: { step: RunStep; known: Known }) {
  const from = known.get(Number(step.from))
  const to = known.get(Number(step.to))
  if (from === undefined || to === undefined) return null
  return (
    <li>
      {stepWords(step, nameOf(from), nameOf(to))} <Moment at={step.fromAt} transaction={from} />
      <Moment at={step.toAt} transaction={to} />
    </li>
  )
}

/** A link to an instant, with its session and writer ringed on the stage. */
function Moment({ at, transaction }: { at: Micros; transaction: RunTransaction }) {
  const { id, session, instance } = transaction
  const show = () => {
    pause()
    viewStore.setState({ highlighted: [instance, session, `transaction:${id}`] })
    void seek(at)
  }
  return (
    <button type="button" className={styles.moment} onClick={show}>
      T{id} at {formatInstant(at)}
    </button>
  )
}
