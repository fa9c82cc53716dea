/** Always names the instant and the branch; opens the branches where there are several. */
import { switchBranch } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { timelineStore } from '../store/timelineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Foot.module.css'

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
          {close => <Branches branch={branch} onChosen={close} />}
        </Popup>
      )}
    </>
  )
}

function Branches({ branch, onChosen }: { branch: string; onChosen: () => void }) {
  const branches = timelineStore(state => state.branches)
  return (
    <div className={styles.list}>
      {branches.map(({ id, from }) => (
        <Button
          key={id}
          look="quiet"
          isPressed={id === branch}
          onClick={() => {
            onChosen()
            void switchBranch(id)
          }}
        >
          {from === null
            ? `${id}, the first`
            : `${id}, left ${from.branch} at ${formatInstant(from.at)}`}
        </Button>
      ))}
    </div>
  )
}
