/** The faults in force, oldest first, each with since when and a way to heal it. */
import { namePlace } from '../../../words/namePlace.ts'
import { patchedZones } from '../../../words/patchedZones.ts'
import { toggleFault } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { formatInstant } from '../../widgets/formatInstant.ts'
import styles from './FaultsPanel.module.css'
import { strengthWords } from './strengthWords.ts'
import { useSteady } from '../../store/useSteady.ts'

/** How far the patch has come, zone by zone, as the bar on the stage shows it. */
function PatchProgress() {
  const frame = engineStore(state => state.frame)
  const zones = frame === null ? [] : patchedZones(frame)
  const told = zones.map(
    ({ zone, done, cells }) => `${namePlace(zone)}: ${done} of ${cells.length}`,
  )
  return <small>{told.join(' · ')}</small>
}

export function InForce() {
  const faults = useSteady(engineStore(state => state.frame?.faults))
  const kinds = engineStore(state => state.description?.faults)
  const isLocked = viewStore(state => state.isLocked)
  if (faults === undefined || faults.length === 0) {
    return <p className={styles.note}>Nothing has failed.</p>
  }
  const titleOf = (kind: string) => kinds?.find(({ fault }) => fault === kind)?.title ?? kind
  return (
    <ul className={styles.list}>
      {faults.map(active => {
        const { fault, target, since } = active
        const strength = strengthWords(active)
        const text = `${titleOf(fault)}: ${namePlace(target)}`
        return (
          <li key={`${fault} ${target}`} className={styles.row}>
            <span>
              {text}
              {strength === '' ? '' : `, ${strength}`}
              <small>since {formatInstant(since)}</small>
              {fault === 'RollingPatch' && <PatchProgress />}
            </span>
            <Button
              aria-label={`Heal ${text}`}
              disabled={isLocked}
              onClick={() => toggleFault({ fault, target, isInForce: true })}
            >
              Heal
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
