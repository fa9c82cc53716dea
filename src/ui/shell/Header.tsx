/** The head of the page: who we are, that this is no AWS, and the doors to all else. */
import { engineStore } from '../store/engineStore.ts'
import { type DialogName, type PanelName, viewStore } from '../store/viewStore.ts'
import { applyTheme, themes } from '../theme/applyTheme.ts'
import { Button } from '../widgets/Button.tsx'
import type { IconName } from '../widgets/Icon.tsx'
import { Popup } from '../widgets/Popup.tsx'
import { Term } from '../widgets/Term.tsx'
import { DoorsBehindButton, DoorsInMenu } from './Doors.tsx'
import styles from './Header.module.css'
import { toggleCharts, toggleLock, togglePanel, toggleUnfolded } from './toggles.ts'

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

export function Header() {
  return (
    <header className="header">
      <Brand />
      <nav className={styles.doors} aria-label="Tools">
        <Doors onChosen={() => undefined} />
      </nav>
      <div className={styles.tools}>
        <DoorsBehindButton />
        <UnfoldButton />
        <LockButton />
        <ThemeButton />
        <Button icon="keys" look="quiet" name="Keys and help" onClick={() => show('keys')} />
      </div>
      <div className={styles.menu}>
        <Popup name="Menu" icon="menu">
          {close => (
            <div className={styles.list}>
              <DoorsInMenu onChosen={close} />
              <Doors onChosen={close} />
              <Button look="quiet" icon="step" onClick={() => show('stopWhen', close)}>
                Stop when…
              </Button>
              <UnfoldButton isWorded />
              <LockButton isWorded />
              <ThemeButton isWorded />
              <Button look="quiet" icon="keys" onClick={() => show('keys', close)}>
                Keys and help
              </Button>
            </div>
          )}
        </Popup>
      </div>
    </header>
  )
}

function Brand() {
  return (
    <div className="brand">
      <svg width="24" height="24" viewBox="0 0 22 22" aria-hidden="true">
        <path
          d="M2 16C6 4 9 4 11 10s5 6 9-4"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      </svg>
      <strong>Aurora Playground</strong>
      <span className="honest">simulation, not AWS</span>
      <Retired />
    </div>
  )
}

/** Multi-Master cannot be had any more; whoever looks at it shall know. */
function Retired() {
  const isMultiMaster = engineStore(
    state => state.opened?.scenario.cluster.topology === 'multi-master',
  )
  if (!isMultiMaster) return null
  return (
    <span className="honest">
      <Term name="retired Multi-Master">Multi-Master, retired 28 Feb 2023</Term>
    </span>
  )
}

function show(dialog: DialogName, close?: () => void): void {
  close?.()
  viewStore.setState({ dialog })
}

function Doors({ onChosen }: { onChosen: () => void }) {
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
          onClick={choose(() => show(name))}
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

function UnfoldButton({ isWorded = false }: { isWorded?: boolean }) {
  const isUnfolded = viewStore(state => state.isUnfolded)
  const words = 'Show the log points'
  return (
    <Button
      look="quiet"
      icon="unfold"
      name={isWorded ? undefined : words}
      isPressed={isUnfolded}
      onClick={toggleUnfolded}
    >
      {isWorded ? words : undefined}
    </Button>
  )
}

function LockButton({ isWorded = false }: { isWorded?: boolean }) {
  const isLocked = viewStore(state => state.isLocked)
  return (
    <Button
      look="quiet"
      icon={isLocked ? 'lock' : 'unlock'}
      name={isWorded ? undefined : 'Lock the stage'}
      isPressed={isLocked}
      onClick={toggleLock}
    >
      {isWorded ? 'Lock the stage' : undefined}
    </Button>
  )
}

function ThemeButton({ isWorded = false }: { isWorded?: boolean }) {
  const theme = viewStore(state => state.theme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const text = `Colours: ${theme === 'system' ? 'as the system' : theme}`
  const change = () => {
    applyTheme(next)
    viewStore.setState({ theme: next })
  }
  return (
    <Button look="quiet" icon="theme" name={isWorded ? undefined : text} onClick={change}>
      {isWorded ? text : undefined}
    </Button>
  )
}
