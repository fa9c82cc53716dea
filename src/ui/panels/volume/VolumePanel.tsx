/**
 * The shared volume from within: its quorums as formulas, its members, the eight steps of a copy
 * the ruler of log points and what goes over the wire, one at a time; with several writers the
 * log points of each. All it says stands in the frame.
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

export function VolumePanel() {
  const frame = engineStore(state => state.frame)
  const selection = viewStore(state => state.selection)
  const [page, setPage] = useState(() => (isCopy(selection) ? 'Steps' : 'Quorums'))
  const [asked, setAsked] = useState<string | null>(null)
  if (frame === null) return null
  if (frame.multiMaster !== null) {
    return <WritersVolume frame={frame} view={frame.multiMaster} selection={selection} />
  }
  const subject = volumeSubject(frame, asked, selection)
  if (subject === null) return <p className={styles.quiet}>Go on a little: nothing has run yet.</p>
  const Page = pages[page] ?? Quorums
  return (
    <div className={styles.panel}>
      <Tabs label="Page" pages={Object.keys(pages)} shown={page} onShow={setPage}>
        {frame.groups.length > 1 && page !== 'Wire' && (
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

function isCopy(selection: string | null): boolean {
  return selection !== null && /^(node-|pg\d+\/)/.test(selection)
}
