/** What is done with the steps: open a script, choose a case of it, deal its steps, save them. */
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { Popup } from '../../widgets/Popup.tsx'
import { consoleStore } from './consoleStore.ts'
import styles from './ConsolePanel.module.css'
import { productName } from './dialect.ts'
import {
  openCase,
  openScriptFile,
  openStarter,
  reset,
  type ScriptCard,
  starterScripts,
} from './openScript.ts'
import { runAll, runNext } from './runSteps.ts'
import { download } from '../../widgets/download.ts'
import { scriptText } from './saveScript.ts'
import type { TranscriptLine } from './transcript.ts'

export function ScriptBar({ lines }: { lines: TranscriptLine[] }) {
  const isRunning = consoleStore(state => state.isRunning)
  const note = consoleStore(state => state.note)
  const hasSteps = consoleStore(({ planned }) => planned.length > 0)
  const isLocked = viewStore(state => state.isLocked)
  const isStill = isRunning || isLocked
  return (
    <div className={styles.bar}>
      <Popup name="Scripts" label="Scripts" icon="story" look="plain">
        {close => <ScriptChoice close={close} lines={lines} />}
      </Popup>
      <CaseChoice />
      <Button disabled={isStill || !hasSteps} onClick={() => void runNext()}>
        Run next
      </Button>
      <Button disabled={isStill || !hasSteps} onClick={() => void runAll()}>
        Run all
      </Button>
      <Button look="quiet" disabled={isStill} onClick={() => void reset()}>
        Reset
      </Button>
      <Button look="quiet" icon="lock" onClick={() => viewStore.setState({ panel: 'rows' })}>
        Rows and locks
      </Button>
      <p role="status">{note}</p>
    </div>
  )
}

/** A script may hold one case for each edition and level. */
function CaseChoice() {
  const script = consoleStore(state => state.script)
  const isRunning = consoleStore(state => state.isRunning)
  if (script === null) return null
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) =>
    void openCase({ ...script, chosen: Number(target.value) })
  return (
    <label className={styles.case}>
      <span className="unseen">Case of {script.title}</span>
      <select value={script.chosen} disabled={isRunning} onChange={choose}>
        {script.cases.map(({ id, edition, isolation }, index) => (
          <option key={id} value={index}>
            {productName(edition)} · {isolation}
          </option>
        ))}
      </select>
    </label>
  )
}

interface ScriptChoiceProps {
  lines: TranscriptLine[]
  close: () => void
}

function ScriptChoice({ lines, close }: ScriptChoiceProps) {
  const cards = useStarters()
  const file = useRef<HTMLInputElement>(null)
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0]
    close()
    if (chosen !== undefined) void openScriptFile(chosen)
  }
  const save = () => {
    close()
    const { frame } = engineStore.getState()
    if (frame === null) return
    const { cluster, sql, multiMaster } = frame
    const isSeveral = multiMaster !== null
    const ground = { edition: cluster.edition, running: sql?.sessions ?? [], isSeveral }
    download(scriptText(lines, consoleStore.getState(), ground), 'script.json')
  }
  return (
    <div className={styles.scripts}>
      <ul aria-label="Starter scripts">
        {cards?.map(card => (
          <li key={card.name}>
            <button
              type="button"
              onClick={() => {
                close()
                void openStarter(card)
              }}
            >
              <b>{card.title}</b>
              <small className={styles.question}>{card.question}</small>
            </button>
          </li>
        ))}
      </ul>
      {cards === null && <p>Loading…</p>}
      <span className={styles.acts}>
        <Button onClick={() => file.current?.click()}>Open a file…</Button>
        <Button onClick={save}>Save the steps</Button>
      </span>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        className="unseen"
        tabIndex={-1}
        aria-label="Script file"
        onChange={pick}
      />
    </div>
  )
}

/** Null until they are there. */
function useStarters(): ScriptCard[] | null {
  const [cards, setCards] = useState<ScriptCard[] | null>(null)
  useEffect(() => {
    void starterScripts()
      .catch(() => [])
      .then(setCards)
  }, [])
  return cards
}
