/**
 * The shared volume from within: its quorums as formulas, its members, the eight steps of a copy
 * the ruler of log points and what goes over the wire, one at a time; with several writers the
 * log points of each. All it says stands in the frame.
 */
import { type ReactNode, useState } from 'react'
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Knowledge } from '../../../engine/contract/knowledge.ts'
import type { MultiMasterView } from '../../../engine/contract/multiMasterView.ts'
import { learnTerms } from '../../../words/defineTerm.ts'
import { restTerms } from '../../../words/restTerms.ts'
import { learnSentences } from '../../../words/say.ts'
import { volumePanelSentences } from '../../../words/volumePanelSentences.ts'
import { volumePanelTerms } from '../../../words/volumePanelTerms.ts'
import { namePlace } from '../../../words/namePlace.ts'
import { engineStore } from '../../store/engineStore.ts'
import { knownStore } from '../../store/knownStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { Members } from './Members.tsx'
import { Quorums } from './Quorums.tsx'
import { Ruler } from './Ruler.tsx'
import { Steps } from './Steps.tsx'
import { ChoiceRow } from '../../widgets/ChoiceRow.tsx'
import { Tabs } from '../../widgets/Tabs.tsx'
import styles from './VolumePanel.module.css'
import { type VolumeSubject, volumeSubject } from './volumeSubject.ts'
import { Wire } from './Wire.tsx'
import { WritersVolume } from './WritersVolume.tsx'

learnSentences(volumePanelSentences)
learnTerms(restTerms)
learnTerms(volumePanelTerms)

const pages: Record<string, (subject: VolumeSubject) => ReactNode> = {
  Quorums,
  Members,
  Steps,
  Log: Ruler,
  Wire,
}

/** What a writer reckons itself. */
const pagesKnown = ['Quorums', 'Log']

export function VolumePanel() {
  const known = knownStore(state => state.known)
  const whole = engineStore(state => state.frame)
  const frame = known?.picture ?? whole
  const selection = viewStore(state => state.selection)
  const [page, setPage] = useState(() => (isCopy(selection) ? 'Steps' : 'Quorums'))
  const [asked, setAsked] = useState<string | null>(null)
  if (frame === null) return null
  if (known?.reckonsQuorum === false) return <Untold actor={known.actor} />
  if (frame.multiMaster !== null) {
    return <WritersVolume frame={frame} view={ownOf(frame, known)} selection={selection} />
  }
  const subject = volumeSubject(frame, asked, selection, known)
  if (subject === null) return <p className={styles.quiet}>Go on a little: nothing has run yet.</p>
  const names = known ? pagesKnown : Object.keys(pages)
  const shown = names.includes(page) ? page : 'Quorums'
  const Page = pages[shown] ?? Quorums
  return (
    <div className={styles.panel}>
      <Tabs label="Page" pages={names} shown={shown} onShow={setPage}>
        {frame.groups.length > 1 && shown !== 'Wire' && (
          <ChoiceRow
            label="Protection group"
            names={frame.groups.map(({ id }) => id)}
            chosen={subject.group.id}
            onChoose={setAsked}
          />
        )}
        <Page {...subject} />
      </Tabs>
    </div>
  )
}

/** Of the lanes a writer knows its own. */
function ownOf({ multiMaster }: Frame, known: Knowledge | null): MultiMasterView {
  const { writers, ...rest } = multiMaster as MultiMasterView
  return { ...rest, writers: writers.filter(({ id }) => known === null || id === known.actor) }
}

function Untold({ actor }: { actor: string }) {
  return (
    <p className={styles.quiet}>
      {namePlace(actor)} counts no quorum: who has acknowledged what is told to writers alone.
    </p>
  )
}

function isCopy(selection: string | null): boolean {
  return selection !== null && /^(node-|pg\d+\/)/.test(selection)
}
