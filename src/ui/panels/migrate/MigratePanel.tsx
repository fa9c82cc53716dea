/**
 * Migration and changes of a cluster that runs: the checklist of the plan that is carried out, the
 * ways from here to there, each place of the cluster with what can be done there, and the
 * applications, to be disconnected and connected. What was without answers is measured.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Configuration } from '../../../words/migrationWays.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Checklist } from './Checklist.tsx'
import { ClientSwitches } from './ClientSwitches.tsx'
import styles from './MigratePanel.module.css'
import { PlaceRows } from './PlaceRows.tsx'
import { KeepPlace } from './KeepPlace.tsx'
import { Ways } from './Ways.tsx'

/** What the writer is. */
function configurationOf({ instances, serverless }: Frame): Configuration {
  const writer = instances.find(({ role }) => role === 'writer')
  const capacity = serverless?.instances.find(({ id }) => id === writer?.id)
  if (!capacity) return 'provisioned'
  return capacity.v1 ? 'v1' : 'v2'
}

export function MigratePanel() {
  const frame = engineStore(state => state.frame)
  const isLocked = viewStore(state => state.isLocked)
  if (frame === null) return null
  if (frame.multiMaster !== null) {
    return <p className={styles.quiet}>A cluster of several writers cannot be changed here.</p>
  }
  const { modify } = frame
  const isBusy = modify?.migration?.outcome === 'running'
  return (
    <div className={styles.panel}>
      {isLocked && (
        <p className={styles.quiet}>The stage is locked: unlock it to change something.</p>
      )}
      {modify?.migration && (
        <Checklist
          migration={modify.migration}
          demand={frame.serverless?.demand ?? []}
          at={frame.at}
        />
      )}
      {modify === undefined && <KeepPlace />}
      <Ways
        key={modify ? 'places' : 'none'}
        from={configurationOf(frame)}
        modify={modify}
        isOff={isLocked || isBusy}
      />
      {modify && <PlaceRows frame={frame} modify={modify} isOff={isLocked || isBusy} />}
      <ClientSwitches applications={frame.applications} isLocked={isLocked} />
    </div>
  )
}
