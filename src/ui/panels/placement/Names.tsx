/** The names of the cluster, each with what it is for and where it leads now. */
import type { EndpointView, PlacementView } from '../../../engine/contract/placementView.ts'
import { say } from '../../../words/say.ts'
import { Term } from '../../widgets/Term.tsx'
import styles from './PlacementPanel.module.css'

interface NamesProps {
  placement: PlacementView
  isMulti: boolean
}

export function Names({ placement, isMulti }: NamesProps) {
  const plain = (key: string) => say({ key, parameters: {} })
  return (
    <details className={styles.names}>
      <summary>What each name is for</summary>
      <p>{plain('placement.name.instance')}</p>
      {placement.endpoints.map(endpoint => (
        <p key={endpoint.id}>
          {say({ key: keyOf(endpoint, isMulti), parameters: { ...endpoint } })}
        </p>
      ))}
      {isMulti && <p>{plain('placement.name.inTurn')}</p>}
      <p>
        {(['U2', 'U4'] as const).map(rule => (
          <span key={rule}>
            <Term name={`assumption ${rule}`}>≈ assumption {rule}</Term>{' '}
          </span>
        ))}
      </p>
    </details>
  )
}

function keyOf({ id, leadsTo }: EndpointView, isMulti: boolean): string {
  if (id === 'cluster') return `placement.name.cluster.${isMulti ? 'multi' : 'single'}`
  if (id === 'reader') return 'placement.name.reader'
  return leadsTo.length > 0 ? 'placement.name.custom' : 'placement.name.custom.none'
}
