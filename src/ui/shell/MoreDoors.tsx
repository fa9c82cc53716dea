/** Doors that are opened less often, each with what it is for; loaded with the first of them. */
import { engineStore } from '../store/engineStore.ts'
import { type DialogName, type PanelName, viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import type { IconName } from '../widgets/Icon.tsx'
import styles from './Header.module.css'
import { togglePanel } from './toggles.ts'

interface Door {
  opens: { panel: PanelName } | { dialog: DialogName }
  label: string
  icon: IconName
}

const doors: Door[] = [
  { opens: { panel: 'hands' }, label: 'By hand: drag, drop, cut', icon: 'door' },
  { opens: { panel: 'placement' }, label: 'Placement: who goes where', icon: 'door' },
  { opens: { panel: 'rows' }, label: 'Rows and locks', icon: 'lock' },
  { opens: { panel: 'verdict' }, label: 'Verdict: anomalies and levels', icon: 'why' },
  { opens: { panel: 'bill' }, label: 'The bill, and what others cost', icon: 'capacity' },
  { opens: { panel: 'compare' }, label: 'Compare two clusters', icon: 'share' },
  { opens: { panel: 'knowledge' }, label: 'What this node knows', icon: 'lock' },
  { opens: { panel: 'narration' }, label: 'What happens, told', icon: 'story' },
  { opens: { panel: 'spacetime' }, label: 'Space and time', icon: 'facts' },
  { opens: { panel: 'migrate' }, label: 'Change and migrate', icon: 'share' },
  { opens: { dialog: 'create' }, label: 'Create a cluster', icon: 'heal' },
  { opens: { panel: 'curve' }, label: 'Draw the load', icon: 'capacity' },
  { opens: { dialog: 'neighbours' }, label: 'Neighbours: how others decide', icon: 'capacity' },
  { opens: { dialog: 'scaleOut' }, label: 'Does it scale?', icon: 'charts' },
  { opens: { dialog: 'whichRange' }, label: 'Which range of capacity?', icon: 'capacity' },
  { opens: { dialog: 'durability' }, label: 'How long do copies last?', icon: 'charts' },
  { opens: { dialog: 'writePath' }, label: 'What crosses the network?', icon: 'capacity' },
  { opens: { dialog: 'palette' }, label: 'Do anything by its name', icon: 'menu' },
  { opens: { dialog: 'stopWhen' }, label: 'Stop when…', icon: 'step' },
  { opens: { dialog: 'keys' }, label: 'Keys and help', icon: 'keys' },
]

export function MoreDoors({ onChosen }: { onChosen: () => void }) {
  const isAlive = engineStore(state => state.frame !== null)
  return (
    <div className={styles.list}>
      {doors.map(({ opens, label, icon }) => (
        <Button
          key={label}
          look="quiet"
          icon={icon}
          disabled={!isAlive}
          onClick={() => {
            onChosen()
            if ('panel' in opens) togglePanel(opens.panel)
            else viewStore.setState(opens)
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}
