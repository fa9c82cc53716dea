/** Every key, what the picture means, and that all of it is a simulation. */
import { engineStore } from '../../store/engineStore.ts'
import { keyMap } from '../../widgets/keyMap.ts'
import styles from './KeysHelp.module.css'
import { Assumed } from './Assumed.tsx'
import { Legend } from './Legend.tsx'

const keyNames: Record<string, string> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

export function KeysHelp() {
  const hasWriters = engineStore(({ frame }) => (frame?.multiMaster ?? null) !== null)
  return (
    <>
      <p>
        A simulation of an Amazon Aurora storage volume, built from what has been published. It runs
        in your browser; nothing is sent anywhere, and nothing here touches AWS.
      </p>
      <Legend />
      {hasWriters && <Assumed />}
      <h3>Keys</h3>
      <dl className={styles.keys}>
        {keyMap.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{keyNames[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        On the stage, Tab and the arrows move between copies, zones and links; Enter or Space fails
        or heals the one in focus. Shift F10, the other mouse button or a long press opens its menu.
        Words with a dotted line explain themselves.
      </p>
    </>
  )
}
