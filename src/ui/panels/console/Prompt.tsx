/** One editor with its buttons: run now, or add as a step to come. */
import { useRef, useState } from 'react'
import type { StatementRecord } from '../../../engine/contract/sql.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { changePlan, consoleStore, planned, remember } from './consoleStore.ts'
import styles from './ConsolePanel.module.css'
import sheet from './Sheet.module.css'
import type { SqlEditor } from './editor/createEditor.ts'
import { EditorPlace } from './editor/EditorPlace.tsx'
import type { Part } from './editor/partToRun.ts'
import { runTyped } from './runSteps.ts'
import { wrongPlaceIn } from './wrongPlaceIn.ts'

interface PromptProps {
  session: string
  isShown: boolean
}

export function Prompt({ session, isShown }: PromptProps) {
  const edition = engineStore(({ frame }) => frame?.cluster.edition ?? 'mysql')
  const isLocked = viewStore(state => state.isLocked)
  const isRunning = consoleStore(state => state.isRunning)
  const [wrong, setWrong] = useState('')
  const editor = useRef<SqlEditor | null>(null)
  const button = useRef<HTMLSpanElement>(null)
  const run = async (part: Part) => {
    if (part.text === '' || isRunning || isLocked) return
    remember(part.text)
    setWrong(await runPart(session, part, editor.current))
  }
  const addStep = (part: Part) => {
    if (part.text === '') return
    remember(part.text)
    changePlan(steps => [...steps, planned(session, part.text)])
    takeOut(editor.current, part)
  }
  const actions = { run, addStep, leave: () => button.current?.querySelector('button')?.focus() }
  return (
    <div className={styles.prompt} data-shown={isShown || undefined}>
      <EditorPlace key={edition} {...{ session, edition, editor, actions }} />
      <div role="alert">{wrong !== '' && <p className={sheet.refusal}>✕ {wrong}</p>}</div>
      <span ref={button} className={styles.acts}>
        <Button
          look="strong"
          icon="play"
          title="Ctrl+Enter: what is marked, or the statement at the cursor"
          disabled={isLocked || isRunning}
          onClick={() => editor.current !== null && void run(editor.current.part())}
        >
          Run<span className="unseen"> in {session}</span>
        </Button>
        <Button
          look="quiet"
          title="Alt+Enter: run it later, as a step of the script"
          onClick={() => editor.current !== null && addStep(editor.current.part())}
        >
          Add as a step<span className="unseen"> of {session}</span>
        </Button>
      </span>
    </div>
  )
}

/** What was given leaves the editor; of several statements the next one is at hand. */
function takeOut(editor: SqlEditor | null, part: Part): void {
  if (part.isAll) editor?.write('')
  else editor?.goBehind(part.to)
}

/** Returns what was wrong with the text; then it stays, with the place marked. */
async function runPart(session: string, part: Part, editor: SqlEditor | null): Promise<string> {
  const records = await runTyped(session, part.text)
  if (records === null) return ''
  const refused = records.find(({ error }: StatementRecord) => error?.kind === 'syntax')
  if (refused?.error === undefined) {
    takeOut(editor, part)
    return ''
  }
  editor?.mark(wrongPlaceIn(part, refused))
  return refused.error.message
}
