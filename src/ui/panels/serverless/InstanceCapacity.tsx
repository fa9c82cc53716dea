/** One serverless instance: what it has, what each pressure needs, and what keeps it awake. */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { say } from '../../../words/say.ts'
import { formatAcu } from '../../scene/serverless/formatAcu.ts'
import { Term } from '../../widgets/Term.tsx'
import { WithTerms } from '../../widgets/WithTerms.tsx'
import { capacityPhrase, pausePhrases } from './capacityPhrase.ts'
import { Pressures } from './Pressures.tsx'
import styles from './ServerlessPanel.module.css'

export function InstanceCapacity({ view, at }: { view: CapacityView; at: Micros }) {
  return (
    <section aria-label={`Capacity of ${view.id}`} className={styles.instance}>
      <p>
        <WithTerms text={say(capacityPhrase(view, at))} />
      </p>
      <PauseReasons view={view} />
      <Pressures view={view} />
      <Rows view={view} />
      <p className={styles.badge}>{say({ key: 'capacity.fitted', parameters: {} })}</p>
    </section>
  )
}

function PauseReasons({ view }: { view: CapacityView }) {
  const [first, ...reasons] = pausePhrases(view)
  if (first === undefined) return null
  return (
    <div className={styles.reasons}>
      <p>{say(first)}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(reason => (
            <li key={reason.key}>{say(reason)}</li>
          ))}
        </ul>
      )}
    </div>
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
