/** What is switched on for the cluster, single calls to it, and stop and start of all of it. */
import type { V2Call, V2ClusterView } from '../../../engine/contract/serverlessV2.ts'
import { say } from '../../../words/say.ts'
import { callNames, featureEffects, featureNames } from '../../../words/v2Words.ts'
import { giveCommand } from '../../store/commands.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './V2.module.css'

export function Features({ cluster }: { cluster: V2ClusterView }) {
  const isLocked = viewStore(state => state.isLocked)
  return (
    <>
      <Platform now={cluster.platform} isLocked={isLocked} />
      <fieldset className={styles.control}>
        <legend>Features</legend>
        {cluster.offered.map(feature => (
          <label key={feature} className={styles.switch}>
            <input
              type="checkbox"
              checked={cluster.features.includes(feature)}
              disabled={isLocked}
              onChange={({ target }) =>
                giveCommand({ do: 'SetFeature', feature, isOn: target.checked })
              }
            />
            <span>{featureNames[feature]}</span>
            <small>{featureEffects[feature]}</small>
          </label>
        ))}
      </fieldset>
      <Calls isLocked={isLocked} />
      <StopAndStart stop={cluster.stop} isLocked={isLocked} />
    </>
  )
}

/** Later platforms grow faster and do more with an ACU. */
function Platform({ now, isLocked }: { now: V2ClusterView['platform']; isLocked: boolean }) {
  return (
    <fieldset className={styles.control}>
      <legend>Platform version</legend>
      <p className={styles.buttons}>
        {([2, 3, 4] as const).map(platform => (
          <label key={platform} className={styles.radio}>
            <input
              type="radio"
              name="platform"
              checked={platform === now}
              disabled={isLocked}
              onChange={() => giveCommand({ do: 'SetPlatform', platform })}
            />
            <span>{platform}</span>
          </label>
        ))}
      </p>
      <p className={styles.note}>{say({ key: `capacity.platform${now}`, parameters: {} })}</p>
    </fieldset>
  )
}

function Calls({ isLocked }: { isLocked: boolean }) {
  return (
    <fieldset className={styles.control}>
      <legend>Call it once</legend>
      <p className={styles.buttons}>
        {(Object.keys(callNames) as V2Call[]).map(call => (
          <Button
            key={call}
            disabled={isLocked}
            onClick={() => giveCommand({ do: 'CallCluster', call })}
          >
            {callNames[call]}
          </Button>
        ))}
      </p>
      <p className={styles.note}>{say({ key: 'capacity.callsNote', parameters: {} })}</p>
    </fieldset>
  )
}

function StopAndStart({ stop, isLocked }: { stop: V2ClusterView['stop']; isLocked: boolean }) {
  return (
    <fieldset className={styles.control}>
      <legend>The whole cluster</legend>
      <p className={styles.buttons}>
        <Button
          disabled={isLocked || stop !== null}
          onClick={() => giveCommand({ do: 'StopCluster' })}
        >
          Stop
        </Button>
        <Button
          disabled={isLocked || stop?.state !== 'stopped'}
          onClick={() => giveCommand({ do: 'StartCluster' })}
        >
          Start
        </Button>
      </p>
      <p className={styles.note}>{say({ key: 'capacity.stopNote', parameters: {} })}</p>
    </fieldset>
  )
}
