/**
 * The hosts that instances stand on, illustrative: what other customers and we have reserved, from
 * where on a host is hot, and a hand on what the others take.
 */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import type { HostView, V2ClusterView } from '../../../engine/contract/serverlessV2.ts'
import { acuOf, formatAcu } from '../../../words/formatAcu.ts'
import { say } from '../../../words/say.ts'
import { wholeSeconds } from '../../../words/wholeSeconds.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { useSlider } from './useSlider.ts'
import styles from './V2.module.css'

interface Props {
  cluster: V2ClusterView
  views: CapacityView[]
  at: number
}

/** What others have at first: the command that looks inside leaves it as it is. */
const usual = 56

export function Inside({ cluster, views, at }: Props) {
  const isLocked = viewStore(state => state.isLocked)
  const [first] = views
  if (!first) return null
  return (
    <fieldset className={styles.control}>
      <legend>Inside, illustrative</legend>
      {cluster.hosts.length === 0 ? (
        <Button
          disabled={isLocked}
          onClick={() => giveCommand({ do: 'SetNeighbours', instance: first.id, acu: usual })}
        >
          Look at the hosts
        </Button>
      ) : (
        <Hosts cluster={cluster} views={views} at={at} />
      )}
      <p className={styles.note}>{say({ key: 'capacity.insideNote', parameters: {} })}</p>
    </fieldset>
  )
}

function Hosts({ cluster, views, at }: Props) {
  const { hosts, hostSize, heatAt, migrations, scaleUps } = cluster
  return (
    <>
      <ul className={styles.hosts} aria-label="Hosts">
        {hosts.map(host => (
          <Host key={host.id} host={host} size={hostSize} heatAt={heatAt} />
        ))}
      </ul>
      {views.map(({ id, v2 }) =>
        v2?.migration ? (
          <p key={id} className={styles.pending}>
            {id} moves live to {v2.migration.to}: frozen for another{' '}
            {wholeSeconds(Math.max(0, v2.migration.endsAt - at))}, connections stay.
          </p>
        ) : null,
      )}
      <p className={styles.note}>
        {say({ key: 'capacity.insideCounts', parameters: { scaleUps, migrations } })}
      </p>
      {hosts.map(({ id, others, ours }) =>
        ours
          .slice(0, 1)
          .map(({ id: instance }) => (
            <Neighbours key={id} instance={instance} acu={acuOf(others)} most={acuOf(hostSize)} />
          )),
      )}
    </>
  )
}

function Host({ host, size, heatAt }: { host: HostView; size: number; heatAt: number }) {
  const ours = host.ours.reduce((sum, { reserved }) => sum + reserved, 0)
  const share = (acu: number) => `${(100 * acu) / Math.max(1, size)}%`
  const who = host.ours.map(({ id }) => id).join(', ')
  const words = `${formatAcu(host.others + ours)} of ${formatAcu(size)} ACU reserved`
  return (
    <li>
      <p>
        <span>
          {host.id}
          {who !== '' && <strong> with {who}</strong>}
          {host.isHot && <em className={styles.hot}> hot</em>}
        </span>
        <span>{words}</span>
      </p>
      <span className={styles.bar} role="img" aria-label={`${host.id}: ${words}`}>
        <i className={styles.room} style={{ width: share(host.others + ours) }} />
        <i className={styles.held} style={{ left: share(host.others), width: share(ours) }} />
        <i className={styles.mark} style={{ left: share(heatAt) }} />
      </span>
    </li>
  )
}

function Neighbours({ instance, acu, most }: { instance: string; acu: number; most: number }) {
  const isLocked = viewStore(state => state.isLocked)
  const { value, setValue } = useSlider(acu, wanted =>
    giveCommand({ do: 'SetNeighbours', instance, acu: wanted }),
  )
  return (
    <label className={styles.slider}>
      <span>
        Others on the host of {instance}: <strong>{value} ACU</strong>
      </span>
      <input
        type="range"
        aria-label={`Reserved by others on the host of ${instance}`}
        aria-valuetext={`${value} ACU`}
        min={0}
        max={most}
        step={1}
        value={value}
        disabled={isLocked}
        onChange={event => setValue(Number(event.target.value))}
      />
    </label>
  )
}
