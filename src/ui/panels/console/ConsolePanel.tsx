/**
 * The SQL console: several sessions side by side as columns. Above stands what was typed, line by
 * line as an interleaving diagram; then the steps still to be dealt; below, an editor a session.
 */
import { useEffect, useRef } from 'react'
import { learnSentences } from '../../../words/say.ts'
import { sqlConsoleSentences } from '../../../words/sqlConsoleSentences.ts'
import { sqlErrorSentences } from '../../../words/sqlErrorSentences.ts'
import type { Opened } from '../../../workers/api.ts'
import { engineStore } from '../../store/engineStore.ts'
import { scriptStore } from '../../store/scriptStore.ts'
import { consoleStore, startConsole } from './consoleStore.ts'
import styles from './ConsolePanel.module.css'
import sheet from './Sheet.module.css'
import { Lines } from './Lines.tsx'
import { Prompts } from './Prompts.tsx'
import { openScriptFile } from './openScript.ts'
import { begunBy } from './sessions.ts'
import { ScriptBar } from './ScriptBar.tsx'
import { SessionHeads } from './SessionHeads.tsx'
import { useColumns } from './useColumns.ts'
import { useTranscript } from './useTranscript.ts'

learnSentences(sqlConsoleSentences)
learnSentences(sqlErrorSentences)

export function ConsolePanel() {
  useAnewForAnotherRun()
  useGivenScript()
  const frame = engineStore(state => state.frame)
  const columns = useColumns()
  const lines = useTranscript()
  if (frame === null) return null
  const shape = { '--columns': columns.length } as React.CSSProperties
  return (
    <div className={styles.console} style={shape}>
      <ScriptBar lines={lines} />
      <div className={styles.scroll} data-scrolls>
        <div className={sheet.sheet}>
          <SessionHeads columns={columns} />
          <Lines columns={columns} lines={lines} />
        </div>
      </div>
      <Prompts columns={columns} />
    </div>
  )
}

/** A run opened elsewhere starts the console anew; one opened here has said what it has. */
function useAnewForAnotherRun(): void {
  const opened = engineStore(state => state.opened)
  const before = useRef(lastOpened)
  useEffect(() => {
    if (opened === null || opened === before.current) return
    before.current = opened
    lastOpened = opened
    const { scenario } = opened
    if (scenario !== consoleStore.getState().scenario) startConsole(begunBy(scenario))
  }, [opened])
}

/** A file that was dropped on the page, or picked elsewhere. */
function useGivenScript(): void {
  const file = scriptStore(state => state.file)
  useEffect(() => {
    if (file === null || scriptStore.getState().file === null) return
    scriptStore.setState({ file: null })
    void openScriptFile(file)
  }, [file])
}

let lastOpened: Opened | null = null
