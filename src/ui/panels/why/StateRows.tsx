/** The state of the selected thing, in words; its raw numbers stand behind "Numbers". */
import type { TargetId } from '../../../engine/contract/ids.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Term } from '../../widgets/Term.tsx'
import { describeState } from './describeState.ts'
import type { StateRow } from './stateRow.ts'
import styles from './WhyPanel.module.css'

export function StateRows({ selection }: { selection: TargetId | null }) {
  const frame = engineStore(state => state.frame)
  const isUnfolded = viewStore(state => state.isUnfolded)
  const rows = useSteady(frame === null ? [] : describeState(frame, selection))
  const raw = rows.filter(({ isRaw }) => isRaw)
  return (
    <>
      <Rows rows={rows.filter(({ isRaw }) => !isRaw)} />
      {raw.length > 0 && (
        <details className={styles.raw} open={isUnfolded}>
          <summary>Numbers</summary>
          <Rows rows={raw} />
        </details>
      )}
    </>
  )
}

function Rows({ rows }: { rows: StateRow[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ name, value, term }) => (
        <div key={name}>
          <dt>{term === undefined ? name : <Term name={term}>{name}</Term>}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
