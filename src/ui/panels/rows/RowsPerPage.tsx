/** Fewer rows a page, fewer rows that share it: the story starts over with another number. */
import { type FormEvent, useState } from 'react'
import { engineStore } from '../../store/engineStore.ts'
import { openSource } from '../../store/openSource.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import styles from './RowsPanel.module.css'

/** Only for tables that the story begins with. */
export function RowsPerPage({ table, now }: { table: string; now: number }) {
  const scenario = engineStore(({ opened }) => opened?.scenario ?? null)
  const isLocked = viewStore(state => state.isLocked)
  const [text, setText] = useState(`${now}`)
  if (scenario?.tables?.some(({ name }) => name === table) !== true) return null
  const startOver = (event: FormEvent) => {
    event.preventDefault()
    const tables = scenario.tables?.map(its =>
      its.name === table ? { ...its, rowsPerPage: Number(text) } : its,
    )
    void openSource({ ...scenario, ...(tables && { tables }) }, 'file')
  }
  return (
    <form className={styles.choice} onSubmit={startOver}>
      <label>
        Rows a page{' '}
        <input inputMode="numeric" value={text} onChange={event => setText(event.target.value)} />
      </label>
      <Button type="submit" disabled={isLocked || text === `${now}`}>
        Start over
      </Button>
    </form>
  )
}
