/** The editors, one under each column; on a narrow page one at a time. */
import { useState } from 'react'
import type { ConsoleSession } from './consoleStore.ts'
import styles from './ConsolePanel.module.css'
import { Prompt } from './Prompt.tsx'

export function Prompts({ columns }: { columns: ConsoleSession[] }) {
  const [asked, setShown] = useState('')
  const shown = columns.some(({ name }) => name === asked) ? asked : columns[0]?.name
  return (
    <div className={styles.prompts}>
      <fieldset className={styles.tabs} aria-label="Session to type in">
        {columns.map(({ name }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === shown}
            onClick={() => setShown(name)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <div className={styles.row}>
        <span className={styles.gutter} />
        {columns.map(({ name }) => (
          <Prompt key={name} session={name} isShown={name === shown} />
        ))}
      </div>
    </div>
  )
}
