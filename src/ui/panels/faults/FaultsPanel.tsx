/**
 * Everything that can fail, as a list for the keyboard: what is in force first, with a way to
 * heal it, then the kinds of fault by what fails, each with its targets.
 */
import type { FaultDescription } from '../../../engine/contract/faults.ts'
import { healAll } from '../../store/commands.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { faultGroups } from './faultGroups.ts'
import { FaultKindSection } from './FaultKindSection.tsx'
import styles from './FaultsPanel.module.css'
import { InForce } from './InForce.tsx'
import { StatementForm } from './StatementForm.tsx'

const none: FaultDescription[] = []

export function FaultsPanel() {
  const kinds = engineStore(state => state.description?.faults ?? none)
  const count = engineStore(state => state.frame?.faults.length ?? 0)
  const isLocked = viewStore(state => state.isLocked)
  return (
    <div className={styles.faults}>
      {isLocked && (
        <p className={styles.note}>The stage is locked: unlock it to break something.</p>
      )}
      <section aria-label="In force">
        <header className={styles.row}>
          <h3>In force</h3>
          <Button icon="heal" disabled={count === 0 || isLocked} onClick={healAll}>
            Heal all
          </Button>
        </header>
        <InForce />
      </section>
      {faultGroups(kinds).map(group => (
        <section key={group.heading} className={styles.group} aria-label={group.heading}>
          <h3>{group.heading}</h3>
          {group.kinds.map(kind => (
            <FaultKindSection key={kind.fault} kind={kind} isOpen={kind === kinds[0]} />
          ))}
        </section>
      ))}
      <StatementForm />
    </div>
  )
}
