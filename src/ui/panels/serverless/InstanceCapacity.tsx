/** One serverless instance in numbers: what each pressure needs, what is in use and allowed. */
import type { FactKey } from '../../../engine/contract/facts.ts'
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { formatAcu } from '../../../words/formatAcu.ts'
import { askWhyNewest } from '../../store/askWhyNewest.ts'
import { Button } from '../../widgets/Button.tsx'
import { Term } from '../../widgets/Term.tsx'
import { Pressures } from './Pressures.tsx'
import styles from './ServerlessPanel.module.css'
import { V2State } from './V2State.tsx'

const capacityDecisions: readonly FactKey[] = [
  'CapacityChanged',
  'PauseBlocked',
  'PauseBegan',
  'InstancePaused',
  'ResumeBegan',
  'InstanceResumed',
  'MigrationBegan',
]

export function InstanceCapacity({ view }: { view: CapacityView }) {
  return (
    <section aria-label={`Capacity of ${view.id}`} className={styles.instance}>
      {view.state === 'active' && <Pressures view={view} />}
      <Rows view={view} />
      <p>
        What decided its capacity last:{' '}
        <Button
          look="quiet"
          aria-label={`Why? What decided the capacity of ${view.id} last`}
          onClick={() => void askWhyNewest(capacityDecisions, { instance: view.id })}
        >
          Why?
        </Button>
      </p>
      {view.v2 && <V2State view={view} v2={view.v2} />}
    </section>
  )
}

function percent(ppm: number): string {
  return `${Math.round(ppm / 10_000)} %`
}

function Rows({ view }: { view: CapacityView }) {
  const { allowance, allowanceMax } = view
  return (
    <dl className={styles.rows}>
      <div>
        <dt>CPU in use of what it has</dt>
        <dd>{percent(view.busyPpm)}</dd>
      </div>
      <div>
        <dt>
          <Term name="growth allowance">Growth allowance</Term>
        </dt>
        <dd>
          {formatAcu(allowance)} of {formatAcu(allowanceMax)} ACU
        </dd>
      </div>
    </dl>
  )
}
