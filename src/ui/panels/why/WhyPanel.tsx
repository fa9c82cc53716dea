/**
 * The inspector: what the selected thing is, and why a write is durable or is not, as a chain of
 * causes. Each cause rings on the stage what it speaks of and leads to its instant.
 */
import { useState } from 'react'
import type { SubjectId } from '../../../engine/contract/ids.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Button } from '../../widgets/Button.tsx'
import { CaughtMessage } from './CaughtMessage.tsx'
import { Causes } from './Causes.tsx'
import { type Choice, choiceName } from './choiceName.ts'
import { MessageChoice } from './MessageChoice.tsx'
import { Missing } from './Missing.tsx'
import { StateRows } from './StateRows.tsx'
import { newestWrite, subjectOf } from './subjectOf.ts'
import { useCauseWalk } from './useCauseWalk.ts'
import { WhatIf } from './WhatIf.tsx'
import styles from './WhyPanel.module.css'

export function WhyPanel() {
  const selection = viewStore(state => state.selection)
  const [choice, setChoice] = useChoice(selection)
  const subject = useSubject(choice)
  const walking = useCauseWalk(`${choice} ${selection}`)
  const isApplication = engineStore(
    ({ frame }) => frame?.applications.some(({ id }) => id === selection) === true,
  )
  const choices: Choice[] =
    selection === null ? ['write', 'commits'] : ['selection', 'write', 'commits']
  return (
    <div className={styles.why}>
      <fieldset className={styles.choices} aria-label="Why">
        {choices.map(each => (
          <button
            key={each}
            type="button"
            aria-pressed={each === choice}
            onClick={() => setChoice(each)}
          >
            {choiceName(each, selection, isApplication)}
          </button>
        ))}
      </fieldset>
      <CaughtMessage selection={choice === 'selection' ? selection : null} />
      <StateRows selection={choice === 'selection' ? selection : null} />
      <VolumeDoor selection={choice === 'selection' ? selection : null} />
      {walking.walk.length === 0 && <Missing subject={subject} />}
      <Causes subject={subject} walking={walking} />
      {walking.walk.length === 0 && <WhatIf />}
      {walking.walk.length === 0 && <MessageChoice />}
    </div>
  )
}

/** A copy, a node and a write have more to them than fits here: the volume panel shows it. */
function VolumeDoor({ selection }: { selection: string | null }) {
  const hasDetail = engineStore(({ frame }) => frame?.volumeDetail !== undefined)
  const isOfVolume = selection === null || /^(node-|pg\d)/.test(selection)
  if (!hasDetail || !isOfVolume) return null
  const words = selection === null ? 'Quorums and log points' : 'Its eight steps'
  return (
    <Button
      icon="volume"
      className={styles.door}
      onClick={() => viewStore.setState({ panel: 'volume' })}
    >
      {words}
    </Button>
  )
}

/** What is chosen here holds until another thing is selected on the stage. */
function useChoice(selection: string | null) {
  const [chosen, setChosen] = useState<{ choice: Choice; at: string | null } | null>(null)
  const fresh: Choice = selection === null ? 'write' : 'selection'
  const choice = chosen?.at === selection ? chosen.choice : fresh
  const setChoice = (next: Choice) => setChosen({ choice: next, at: selection })
  return [choice, setChoice] as const
}

function useSubject(choice: Choice): SubjectId | null {
  const selection = viewStore(state => state.selection)
  return engineStore(({ frame }) => {
    if (frame === null) return null
    if (choice === 'commits') return 'commits'
    return choice === 'write' ? newestWrite(frame, selection) : subjectOf(frame, selection)
  })
}
