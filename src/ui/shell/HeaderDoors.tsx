/** Doors of the header to what is opened most: stories, sharing, panels, charts. */
import { engineStore } from '../store/engineStore.ts'
import { type DialogName, type PanelName, viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import type { IconName } from '../widgets/Icon.tsx'
import { toggleCharts, togglePanel } from './toggles.ts'

const dialogs: { name: DialogName; label: string; icon: IconName }[] = [
  { name: 'scenarios', label: 'Scenarios', icon: 'story' },
  { name: 'share', label: 'Share', icon: 'share' },
]

const panels: { name: PanelName; label: string; icon: IconName }[] = [
  { name: 'faults', label: 'Faults', icon: 'fault' },
  { name: 'why', label: 'Why', icon: 'why' },
  { name: 'facts', label: 'Facts', icon: 'facts' },
  { name: 'volume', label: 'Volume', icon: 'volume' },
  { name: 'console', label: 'SQL', icon: 'sql' },
]

export function HeaderDoors({ onChosen }: { onChosen: () => void }) {
  const open = viewStore(state => state.panel)
  const hasCharts = viewStore(state => state.hasCharts)
  const isAlive = engineStore(state => state.frame !== null)
  const isServerless = engineStore(({ frame }) => frame != null && frame.serverless !== null)
  const choose = (act: () => void) => () => {
    onChosen()
    act()
  }
  return (
    <>
      {dialogs.map(({ name, label, icon }) => (
        <Button
          key={name}
          look="quiet"
          icon={icon}
          disabled={!isAlive && name === 'share'}
          aria-haspopup="dialog"
          onClick={choose(() => viewStore.setState({ dialog: name }))}
        >
          {label}
        </Button>
      ))}
      {panels.map(({ name, label, icon }) => (
        <Button
          key={name}
          look="quiet"
          icon={icon}
          disabled={!isAlive}
          aria-expanded={open === name}
          onClick={choose(() => togglePanel(name))}
        >
          {label}
        </Button>
      ))}
      {isServerless && (
        <Button
          look="quiet"
          icon="capacity"
          aria-expanded={open === 'capacity'}
          onClick={choose(() => togglePanel('capacity'))}
        >
          Capacity
        </Button>
      )}
      <Button
        look="quiet"
        icon="charts"
        disabled={!isAlive}
        aria-expanded={hasCharts}
        onClick={choose(toggleCharts)}
      >
        Charts
      </Button>
    </>
  )
}
