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
  const chip = (
    <>
      <strong>{formatInstant(at)}</strong>
      <span>{branch}</span>
    </>
  )
  return (
    <>
      <fieldset className={styles.chip} aria-label="Instant and branch">
        {chip}
      </fieldset>
      {branches.length > 1 && (
        <Popup name="Branches" icon="down">
          {close => (
            <Suspense fallback={<p>Loading…</p>}>
              <BranchTable branch={branch} onChosen={close} />
            </Suspense>
          )}
        </Popup>
      )}
    </>
  )
}
