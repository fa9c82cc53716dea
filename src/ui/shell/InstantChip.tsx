/** Always names the instant and the branch; compares the branches where there are several. */
import { lazy, Suspense } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { formatInstant } from '../widgets/formatInstant.ts'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Foot.module.css'

const BranchTable = lazy(async () => ({
  default: (await import('./BranchTable.tsx')).BranchTable,
}))

export function InstantChip() {
  const at = engineStore(state => state.playback?.at ?? 0)
  const branch = engineStore(state => state.playback?.branch ?? 'main')
  const branches = timelineStore(state => state.branches)
  const moment = (
    <span className={styles.moment}>
      <strong>{formatInstant(at)}</strong>
      <span>{branch}</span>
    </span>
  )
  return (
    <fieldset className={styles.place} aria-label="Instant and branch">
      {branches.length > 1 ? (
        <Popup name="Branches" icon="down" look="plain" label={moment} className={styles.chip}>
          {close => (
            <Suspense fallback={<p>Loading…</p>}>
              <BranchTable branch={branch} onChosen={close} />
            </Suspense>
          )}
        </Popup>
      ) : (
        <span className={styles.chip}>{moment}</span>
      )}
    </fieldset>
  )
}
