/** A seek beyond what is computed: how far it has come, and a way to call it off. */
import { cancelSeek } from '../store/commands.ts'
import { engineStore } from '../store/engineStore.ts'
import { Button } from '../widgets/Button.tsx'
import { formatInstant } from '../widgets/formatInstant.ts'
import styles from './Foot.module.css'

export function SeekProgress() {
  const seeking = engineStore(state => state.playback?.seeking ?? null)
  if (seeking === null) return null
  const text = `Computing up to ${formatInstant(seeking.target)}`
  return (
    <span className={styles.progress}>
      <span className={styles.target}>{text}</span>
      <progress aria-label={text} value={seeking.progress} max={1} />
      <Button onClick={cancelSeek}>Cancel</Button>
    </span>
  )
}
