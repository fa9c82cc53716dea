/** The head of the page: who we are, that this is no AWS, and the doors to all else. */
import { lazy, Suspense } from 'react'
import { engineStore } from '../store/engineStore.ts'
import { viewStore } from '../store/viewStore.ts'
import { Button } from '../widgets/Button.tsx'
import { Popup } from '../widgets/Popup.tsx'
import { Term } from '../widgets/Term.tsx'
import { DoorsBehindButton } from './Doors.tsx'
import styles from './Header.module.css'
import { HeaderDoors } from './HeaderDoors.tsx'
import { HeaderTools } from './HeaderTools.tsx'

const MoreDoors = lazy(async () => ({ default: (await import('./MoreDoors.tsx')).MoreDoors }))
const MenuList = lazy(async () => ({ default: (await import('./MenuList.tsx')).MenuList }))

export function Header() {
  return (
    <header className="header">
      <Brand />
      <nav className={styles.doors} aria-label="Tools">
        <HeaderDoors onChosen={() => undefined} />
        <Popup name="More" icon="down" label="More">
          {close => (
            <Suspense>
              <MoreDoors onChosen={close} />
            </Suspense>
          )}
        </Popup>
      </nav>
      <div className={styles.tools}>
        <DoorsBehindButton />
        <HeaderTools isWorded={false} />
        <Button
          icon="keys"
          look="quiet"
          name="Keys and help"
          onClick={() => viewStore.setState({ dialog: 'keys' })}
        />
      </div>
      <div className={styles.menu}>
        <Popup name="Menu" icon="menu">
          {close => (
            <Suspense>
              <MenuList onChosen={close} />
            </Suspense>
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
