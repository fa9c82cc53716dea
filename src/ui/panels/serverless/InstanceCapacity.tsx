/** One serverless instance in numbers: what each pressure needs, what is in use and allowed. */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { formatAcu } from '../../../words/formatAcu.ts'
import { Term } from '../../widgets/Term.tsx'
import { Pressures } from './Pressures.tsx'
import styles from './ServerlessPanel.module.css'

export function InstanceCapacity({ view }: { view: CapacityView }) {
  return (
    <section aria-label={`Capacity of ${view.id}`} className={styles.instance}>
      {view.state === 'active' && <Pressures view={view} />}
      <Rows view={view} />
    </section>
  )
}

function percent(ppm: number): string {
  return `${Math.round(ppm / 10_000)} %`
}

function Rows({ view }: { view: CapacityView }) {
  const { allowance, allowanceMax, connections, maxConnections } = view
  return (
    <dl className={styles.rows}>
      <div>
        <dt>CPU in use of what it has</dt>
        <dd>{percent(view.busyPpm)}</dd>
      </div>
      <div>
        <dt>
          <Term name="ACU utilization">ACU utilization</Term>, of the maximum
        </dt>
        <dd>{percent(view.utilizationPpm)}</dd>
      </div>
      <div>
        <dt>
          <Term name="growth allowance">Growth allowance</Term>
        </dt>
        <dd>
          {formatAcu(allowance)} of {formatAcu(allowanceMax)} ACU
        </dd>
      </div>
      <div>
        <dt>Connections</dt>
        <dd>
          {formatCount(connections)} of {formatCount(maxConnections)}
        </dd>
      </div>
    </dl>
  )
}
