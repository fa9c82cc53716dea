/** Where an editor stands; it is made once its parts are loaded, and keeps its text. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Edition } from '../../../../engine/contract/sql.ts'
import type { SqlWords } from '../../../../workers/api.ts'
import { engineStore } from '../../../store/engineStore.ts'
import styles from '../ConsolePanel.module.css'
import { consoleStore } from '../consoleStore.ts'
import { createEditor, type EditorDoor, type SqlEditor } from './createEditor.ts'
import { loadEditor } from './loadEditor.ts'

interface EditorPlaceProps {
  session: string
  edition: Edition
  editor: RefObject<SqlEditor | null>
  actions: Pick<EditorDoor, 'run' | 'addStep' | 'leave'>
}

/** What was typed and not run, by session; it outlives the panel. */
const drafts = new Map<string, string>()

let words: SqlWords = { keywords: [], tables: [] }

async function learnWords(): Promise<void> {
  const { engine } = engineStore.getState()
  words = (await engine?.sqlWords().catch(() => null)) ?? words
}

export function EditorPlace({ session, edition, editor, actions }: EditorPlaceProps) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(actions)
  latest.current = actions
  const [state, setState] = useState<'loading' | 'there' | 'missing'>('loading')
  useEffect(() => {
    let isWanted = true
    const door: EditorDoor = {
      run: part => latest.current.run(part),
      addStep: part => latest.current.addStep(part),
      leave: () => latest.current.leave(),
      changed: text => drafts.set(session, text),
      history: () => consoleStore.getState().history,
      words: () => words,
      focused: () => void learnWords(),
    }
    const make = async () => {
      const parts = await loadEditor().catch(() => null)
      if (!isWanted || place.current === null) return
      setState(parts === null ? 'missing' : 'there')
      if (parts === null) return
      const text = drafts.get(session) ?? ''
      editor.current = createEditor(parts, place.current, {
        name: `SQL of ${session}`,
        edition,
        text,
        door,
      })
    }
    void make()
    return () => {
      isWanted = false
      editor.current?.destroy()
      editor.current = null
    }
  }, [session, edition, editor])
  return (
    <div ref={place} className={styles.editor}>
      {state === 'loading' && <p className={styles.quiet}>Loading the editor…</p>}
      {state === 'missing' && (
        <p className={styles.quiet}>
          The editor could not be loaded. Close the console, open it again.
        </p>
      )}
    </div>
  )
}
