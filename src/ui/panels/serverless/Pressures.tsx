/** What CPU, memory, network and features ask for, as bars; the greatest one binds. */
import type { CapacityView } from '../../../engine/contract/serverlessView.ts'
import { formatAcu } from '../../../words/formatAcu.ts'
import styles from './ServerlessPanel.module.css'

const names: Record<CapacityView['binding'], string> = {
  cpu: 'CPU',
  memory: 'Memory',
  network: 'Network',
  floor: 'Minimum',
}

export function Pressures({ view }: { view: CapacityView }) {
  const kinds = Object.keys(names) as CapacityView['binding'][]
  const top = Math.max(view.max, ...kinds.map(kind => view.need[kind]))
  return (
    <ul className={styles.pressures} aria-label="What each pressure needs">
      {kinds.map(kind => (
        <li key={kind} className={kind === view.binding ? styles.binding : ''}>
          <span>{names[kind]}</span>
          <span className={styles.bar} aria-hidden="true">
            <i style={{ width: `${(100 * view.need[kind]) / top}%` }} />
          </span>
          <span>
            {formatAcu(view.need[kind])} ACU{kind === view.binding && ', binds'}
          </span>
        </li>
      ))}
    </ul>
  )
}
