/**
 * The shared volume from within: its quorums as formulas, its members, the eight steps of a copy
 * and the ruler of log points, one at a time. All it says stands in the frame.
 */
import { type ReactNode, useState } from 'react'
import { learnTerms } from '../../../words/defineTerm.ts'
import { restTerms } from '../../../words/restTerms.ts'
import { learnSentences } from '../../../words/say.ts'
import { volumePanelSentences } from '../../../words/volumePanelSentences.ts'
import { volumePanelTerms } from '../../../words/volumePanelTerms.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Members } from './Members.tsx'
import { Quorums } from './Quorums.tsx'
import { Ruler } from './Ruler.tsx'
import { Steps } from './Steps.tsx'
import styles from './VolumePanel.module.css'
import { type VolumeSubject, volumeSubject } from './volumeSubject.ts'

learnSentences(volumePanelSentences)
learnTerms(restTerms)
learnTerms(volumePanelTerms)

const pages: Record<string, (subject: VolumeSubject) => ReactNode> = {
  Quorums,
  Members,
  Steps,
  Log: Ruler,
}

export function VolumePanel() {
  const frame = engineStore(state => state.frame)
  const selection = viewStore(state => state.selection)
  const [page, setPage] = useState(() => (isCopy(selection) ? 'Steps' : 'Quorums'))
  const [asked, setAsked] = useState<string | null>(null)
  if (frame === null) return null
  if (frame.multiMaster !== null) {
    return (
      <p className={styles.quiet}>
        With several writers the volume checks pages, and every writer has a log of its own: look at
        the lanes on the stage.
      </p>
    )
  }
  const subject = volumeSubject(frame, asked, selection)
  if (subject === null) return <p className={styles.quiet}>Go on a little: nothing has run yet.</p>
  const Page = pages[page] ?? Quorums
  return (
    <div className={styles.panel}>
      <Choice label="Page" names={Object.keys(pages)} chosen={page} onChoose={setPage} />
      {frame.groups.length > 1 && (
        <Choice
          label="Protection group"
          names={frame.groups.map(({ id }) => id)}
          chosen={subject.group.id}
          onChoose={setAsked}
        />
      )}
      <Page {...subject} />
    </div>
  )
}

function isCopy(selection: string | null): boolean {
  return selection !== null && /^(node-|pg\d+\/)/.test(selection)
}

interface ChoiceProps {
  label: string
  names: string[]
  chosen: string
  onChoose: (name: string) => void
}

function Choice({ label, names, chosen, onChoose }: ChoiceProps) {
  return (
    <fieldset className={label === 'Page' ? styles.pages : styles.choices} aria-label={label}>
      {names.map(name => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
