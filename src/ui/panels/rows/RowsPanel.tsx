/**
 * What lies below typed SQL: rows with their versions and who sees which, locks, who waits for
 * whom, read views. One page at a time; all of it as at the instant shown.
 */
import { type ReactNode, useState } from 'react'
import type { SqlView } from '../../../engine/contract/sqlView.ts'
import { learnSentences } from '../../../words/say.ts'
import { sqlConsoleSentences } from '../../../words/sqlConsoleSentences.ts'
import { engineStore } from '../../store/engineStore.ts'
import { useSteady } from '../../store/useSteady.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { Tabs } from '../../widgets/Tabs.tsx'
import { Locks } from './Locks.tsx'
import { ReadViews } from './ReadViews.tsx'
import styles from './RowsPanel.module.css'
import type { SqlSubject } from './sqlSubject.ts'
import { Rows } from './Rows.tsx'
import { Waits } from './Waits.tsx'

learnSentences(sqlConsoleSentences)

const pages: Record<string, (subject: SqlSubject) => ReactNode> = {
  Rows,
  Locks,
  Waits,
  'Read views': ReadViews,
}

export function RowsPanel() {
  const sql = useSteady(engineStore(({ frame }) => frame?.sql ?? null))
  const [page, setPage] = useState('Rows')
  if (sql === null) return <NothingTyped />
  const Page = pages[page] ?? Rows
  return (
    <div className={styles.panel}>
      <Tabs
        label="Page"
        pages={Object.keys(pages)}
        shown={page}
        onShow={setPage}
        mark={name => countOf(name, sql)}
      >
        <Page sql={sql} />
      </Tabs>
      <ToConsole />
    </div>
  )
}

function countOf(name: string, { lockCount, waits }: SqlView): ReactNode {
  const count = name === 'Locks' ? lockCount : name === 'Waits' ? waits.length : 0
  return count > 0 && <b> {count}</b>
}

function NothingTyped() {
  return (
    <div className={styles.panel}>
      <p className={styles.quiet}>Nobody has typed SQL in this run yet.</p>
      <ToConsole />
    </div>
  )
}

function ToConsole() {
  return (
    <Button look="quiet" icon="sql" onClick={() => viewStore.setState({ panel: 'console' })}>
      To the console
    </Button>
  )
}
