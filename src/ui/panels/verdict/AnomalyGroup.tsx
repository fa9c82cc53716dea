/** Anomalies of one name: the first in full, the others behind it. */
import type { RunAnomaly, RunTransaction } from '../../../engine/contract/history.ts'
import { AnomalyCard } from './AnomalyCard.tsx'
import styles from './VerdictPanel.module.css'

interface AnomalyGroupProps {
  group: readonly RunAnomaly[]
  transactions: readonly RunTransaction[]
}

export function AnomalyGroup({ group: [first, ...others], transactions }: AnomalyGroupProps) {
  return (
    <div className={styles.group}>
      {first && <AnomalyCard anomaly={first} transactions={transactions} />}
      {others.length > 0 && (
        <details>
          <summary>{others.length} more of this kind</summary>
          {others.map(anomaly => (
            <AnomalyCard
              key={anomaly.transactions.join(' ')}
              anomaly={anomaly}
              transactions={transactions}
            />
          ))}
        </details>
      )}
    </div>
  )
}
