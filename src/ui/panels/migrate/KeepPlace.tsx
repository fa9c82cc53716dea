/** A cluster that keeps no place for another instance: the same story is opened with one. */
import { engineStore } from '../../store/engineStore.ts'
import { openSource } from '../../store/openSource.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'
import { withPlace } from './withPlace.ts'

export function KeepPlace() {
  const opened = engineStore(state => state.opened)
  if (opened === null) return null
  return (
    <section className={styles.card} aria-label="A place for another instance">
      <p>This story has no place for another instance, so that nothing can be added to it.</p>
      <Button look="strong" onClick={() => void openSource(withPlace(opened.scenario), 'story')}>
        Open it with a place
      </Button>
    </section>
  )
}
