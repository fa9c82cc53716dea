/**
 * Serverless, v2 or v1: what the capacity does and why, a hand on demand, sessions and range, and
 * the meter. Everything shown stands in the frame; nothing here speaks by itself.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V2ClusterView } from '../../../engine/contract/serverlessV2.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { capacitySentences } from '../../../words/capacitySentences.ts'
import { learnTerms } from '../../../words/defineTerm.ts'
import { learnSentences, say } from '../../../words/say.ts'
import { serverlessTerms } from '../../../words/serverlessTerms.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { DemandControl } from './DemandControl.tsx'
import { Features } from './Features.tsx'
import { Inside } from './Inside.tsx'
import { InstanceCapacity } from './InstanceCapacity.tsx'
import { Meter } from './Meter.tsx'
import { NowSaid } from './NowSaid.tsx'
import { RangeControl } from './RangeControl.tsx'
import styles from './ServerlessPanel.module.css'
import { SessionsControl } from './SessionsControl.tsx'
import { V1State } from './V1State.tsx'

learnSentences(capacitySentences)
learnTerms(serverlessTerms)

export function ServerlessPanel() {
  const frame = engineStore(state => state.frame)
  const isLocked = viewStore(state => state.isLocked)
  const serverless = frame?.serverless ?? null
  if (frame === null || serverless === null) {
    return <p className={styles.note}>This cluster has no serverless instance.</p>
  }
  const [first] = serverless.instances
  return (
    <div className={styles.panel}>
      {isLocked && (
        <p className={styles.note}>The stage is locked: unlock it to change something.</p>
      )}
      {serverless.instances.map(view =>
        view.v1 ? (
          <V1State key={view.id} view={view} v1={view.v1} at={frame.at} />
        ) : (
          <NowSaid key={view.id} view={view} at={frame.at} />
        ),
      )}
      {serverless.demand.map(demand => (
        <DemandControl key={demand.id} demand={demand} />
      ))}
      {frame.applications.map(application => (
        <SessionsControl key={application.id} application={application} />
      ))}
      {first !== undefined && !first.v1 && (
        <SecondGeneration views={serverless.instances} cluster={serverless.v2} at={frame.at} />
      )}
      <Meter meter={serverless.meter} />
      <p className={styles.badge}>
        {say({ key: first?.v1 ? 'capacity.v1Runs' : 'capacity.v1Retired', parameters: {} })}
      </p>
    </div>
  )
}

interface Second {
  views: CapacityView[]
  cluster: V2ClusterView | undefined
  at: Micros
}

function SecondGeneration({ views, cluster, at }: Second) {
  return (
    <>
      <RangeControl instance={views[0]!} />
      {views.map(view => (
        <InstanceCapacity key={view.id} view={view} />
      ))}
      {cluster && <Features cluster={cluster} />}
      {cluster && <Inside cluster={cluster} views={views} at={at} />}
      <p className={styles.badge}>{say({ key: 'capacity.fitted', parameters: {} })}</p>
    </>
  )
}
