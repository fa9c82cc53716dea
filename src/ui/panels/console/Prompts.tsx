/** The editors, one under each column; on a narrow page one at a time. */
import { useState } from 'react'
import { ChoiceRow } from '../../widgets/ChoiceRow.tsx'
import type { ConsoleSession } from './consoleStore.ts'
import styles from './ConsolePanel.module.css'
import { Prompt } from './Prompt.tsx'

export function Prompts({ columns }: { columns: ConsoleSession[] }) {
  const [asked, setShown] = useState('')
  const shown = columns.some(({ name }) => name === asked) ? asked : columns[0]?.name
  return (
    <div className={styles.prompts}>
      <ChoiceRow
        label="Session to type in"
        className={styles.tabs}
        names={columns.map(({ name }) => name)}
        chosen={shown ?? ''}
        onChoose={setShown}
      />
      <div className={styles.row}>
        <span className={styles.gutter} />
        {columns.map(({ name }) => (
          <Prompt key={name} session={name} isShown={name === shown} />
        ))}
      </div>
    </div>
  )
}
