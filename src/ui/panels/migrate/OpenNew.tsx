/** After a snapshot the new cluster is another one: it is opened as a story of its own. */
import type { Configuration } from '../../../words/migrationWays.ts'
import { engineStore } from '../../store/engineStore.ts'
import { openSource } from '../../store/openSource.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './MigratePanel.module.css'
import { newCluster } from './newCluster.ts'

const kinds: readonly (readonly [Configuration, string])[] = [
  ['v2', 'as Serverless v2'],
  ['v1', 'as Serverless v1'],
  ['provisioned', 'as an instance'],
]

export function OpenNew() {
  const opened = engineStore(state => state.opened)
  if (opened === null) return null
  return (
    <>
      <p className={styles.quiet}>
        The new cluster is another one and begins as this story began: what was committed here is
        counted above, not carried over.
      </p>
      <div className={styles.acts}>
        {kinds.map(([kind, words]) => (
          <Button
            key={kind}
            name={`Open the new cluster ${words}`}
            onClick={() => void openSource(newCluster(opened.scenario, kind), 'story')}
          >
            Open it {words}
          </Button>
        ))}
      </div>
    </>
  )
}
