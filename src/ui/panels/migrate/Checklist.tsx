/** The plan as a checklist that runs: each step with its time, and how long nobody was answered. */
import type { MigrationView, StepView } from '../../../engine/contract/modify.ts'
import type { DemandView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { stepNames } from '../../../words/migrationSentences.ts'
import { wholeSeconds } from '../../../words/wholeSeconds.ts'
import { askWhyNewest } from '../../store/askWhyNewest.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'
import { OpenNew } from './OpenNew.tsx'

const outcomes = { running: 'runs', done: 'is done', aborted: 'was called off' } as const

interface ChecklistProps {
  migration: MigrationView
  demand: DemandView[]
  at: Micros
}

export function Checklist({ migration, demand, at }: ChecklistProps) {
  const isLocked = viewStore(state => state.isLocked)
  const { outcome, steps, class: name } = migration
  return (
    <section className={styles.card} aria-label="Migration that runs">
      <h3>
        Migration to {name} {outcomes[outcome]}
      </h3>
      <ol className={styles.steps}>
        {numbered(steps).map(({ key, step }) => (
          <Step key={key} step={step} at={at} />
        ))}
      </ol>
      <Measured migration={migration} demand={demand} />
      {outcome === 'running' && (
        <Button disabled={isLocked} onClick={() => giveCommand({ do: 'AbortMigration' })}>
          Call it off
        </Button>
      )}
      {outcome === 'done' && migration.plan === 'snapshot' && <OpenNew />}
    </section>
  )
}

/** In three stages a step comes more than once. */
function numbered(steps: StepView[]) {
  return steps.map((step, index) => {
    const before = steps.slice(0, index).filter(its => its.step === step.step)
    return { key: `${step.step} ${before.length}`, step }
  })
}

function stateOf({ startedAt, endedAt }: StepView): 'ahead' | 'now' | 'done' {
  if (endedAt >= 0) return 'done'
  return startedAt < 0 ? 'ahead' : 'now'
}

const signs = { ahead: '○', now: '◐', done: '✓' } as const
const words = { ahead: 'to come', now: 'under way', done: 'done' } as const

function Step({ step, at }: { step: StepView; at: Micros }) {
  const state = stateOf(step)
  const took = (state === 'done' ? step.endedAt : at) - step.startedAt
  return (
    <li data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span role="img" aria-label={words[state]}>
        {signs[state]}
      </span>
      <span>{stepNames[step.step]}</span>
      {state !== 'ahead' && <span className={styles.took}>{wholeSeconds(took)}</span>}
      {state === 'done' && (
        <Button
          look="quiet"
          aria-label={`Why? ${stepNames[step.step]}`}
          onClick={() => void askWhyNewest(['PlanStepEnded'], { step: step.step })}
        >
          Why?
        </Button>
      )}
      {step.downMicros > 0 && (
        <strong className={styles.down}>no answers for {wholeSeconds(step.downMicros)}</strong>
      )}
    </li>
  )
}

/** What the clients and the meter have measured so far. */
function Measured({ migration, demand }: Omit<ChecklistProps, 'at'>) {
  const { downMicros, overlapMicros, notCarried } = migration
  const rows: [string, string][] = [
    ['Without answers, measured', wholeSeconds(downMicros)],
    ['Billed twice', wholeSeconds(overlapMicros)],
  ]
  if (notCarried >= 0) rows.push(['Commits not carried over', formatCount(notCarried)])
  for (const { id, late, refused } of demand) {
    rows.push([
      `Demand ${id}, so far`,
      `${formatCount(late)} late, ${formatCount(refused)} refused`,
    ])
  }
  return (
    <dl className={styles.rows}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
