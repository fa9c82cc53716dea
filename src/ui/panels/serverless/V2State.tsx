/**
 * One instance of Serverless v2 as its monitoring shows it: status, shares of the maximum and not
 * of what there is now, memory, cache, and connections with the ceiling that a reboot would move.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { V2View } from '../../../engine/contract/serverlessV2.ts'
import { formatBytes } from '../../../words/formatBytes.ts'
import { formatCount } from '../../../words/formatNumbers.ts'
import { statusWord } from '../../../words/v2Words.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { Term } from '../../widgets/Term.tsx'
import styles from './V2.module.css'

interface Props {
  view: CapacityView
  v2: V2View
}

export function V2State({ view, v2 }: Props) {
  return (
    <section aria-label={`Monitoring of ${view.id}`} className={styles.part}>
      <p className={styles.status}>
        <strong>{view.id}</strong>
        <span className={v2.isIncompatible ? styles.bad : styles.chip}>{statusWord(v2)}</span>
      </p>
      <Figures v2={v2} />
      <Cache pool={v2.pool} />
      <Connections view={view} afterReboot={v2.afterReboot} />
    </section>
  )
}

function percent(ppm: number): string {
  return `${Math.round(ppm / 10_000)} %`
}

function Figures({ v2 }: Pick<Props, 'v2'>) {
  return (
    <dl className={styles.rows}>
      <div>
        <dt>
          <Term name="ACU utilization">ACUUtilization</Term>, of the maximum
        </dt>
        <dd>{percent(v2.acuUtilizationPpm)}</dd>
      </div>
      <div>
        <dt>
          <Term name="CPU utilization">CPUUtilization</Term>, of the maximum
        </dt>
        <dd>{percent(v2.cpuUtilizationPpm)}</dd>
      </div>
      <div>
        <dt>
          <Term name="freeable memory">FreeableMemory</Term>
        </dt>
        <dd>{v2.freeableBytes === null ? 'none' : formatBytes(v2.freeableBytes)}</dd>
      </div>
    </dl>
  )
}

/** A tank: what is cached of all pages, and how far there is room. */
function Cache({ pool }: { pool: V2View['pool'] }) {
  const { held, room, wanted, bytes } = pool
  const share = (count: number) => `${(100 * Math.min(count, wanted)) / Math.max(1, wanted)}%`
  const words = `${formatCount(held)} of ${formatCount(wanted)} pages`
  return (
    <div className={styles.gauge}>
      <p>
        <span>Cache of {formatBytes(bytes)}</span> <span>{words}</span>
      </p>
      <span className={styles.bar} role="img" aria-label={`${words} cached`}>
        <i className={styles.room} style={{ width: share(room) }} />
        <i className={styles.held} style={{ width: share(held) }} />
      </span>
    </div>
  )
}

function Connections({ view, afterReboot }: { view: CapacityView; afterReboot: number | null }) {
  const { id, connections, maxConnections } = view
  const isLocked = viewStore(state => state.isLocked)
  const share = `${(100 * connections) / Math.max(1, maxConnections)}%`
  const words = `${formatCount(connections)} of ${formatCount(maxConnections)}`
  return (
    <div className={styles.gauge}>
      <p>
        <span>Connections, by the range at its start</span> <span>{words}</span>
      </p>
      <span className={styles.bar} role="img" aria-label={`${words} connections`}>
        <i className={styles.held} style={{ width: share }} />
      </span>
      {afterReboot !== null && (
        <p className={styles.pending}>
          <span>Pending reboot: {formatCount(afterReboot)} connections</span>
          <Button
            disabled={isLocked}
            onClick={() =>
              giveCommand({ do: 'InjectFault', fault: 'InstanceCrash', target: id, for: '1s' })
            }
          >
            Reboot {id}
          </Button>
        </p>
      )}
    </div>
  )
}
