/**
 * A quiet row of doors to other stories under the timeline. Where there is no room for a row they
 * stand in the menu of a phone, or behind a button of a low window.
 */
import { lazy, Suspense } from 'react'
import { viewStore } from '../store/viewStore.ts'
import { Popup } from '../widgets/Popup.tsx'
import styles from './Doors.module.css'

const OtherStories = lazy(async () => ({
  default: (await import('./OtherStories.tsx')).OtherStories,
}))

export function Doors() {
  const isCrowded = viewStore(state => state.hasCharts)
  if (isCrowded) return null
  return (
    <nav className={styles.doors} aria-label="Other stories">
      <Suspense>
        <OtherStories />
      </Suspense>
    </nav>
  )
}

export function DoorsInMenu({ onChosen }: { onChosen: () => void }) {
  return (
    <nav className={styles.list} aria-label="Other stories">
      <Suspense>
        <OtherStories onChosen={onChosen} />
      </Suspense>
    </nav>
  )
}

/** Shown only in a low window, where the row is not. */
export function DoorsBehindButton() {
  return (
    <span className={styles.low}>
      <Popup name="Other stories" icon="door">
        {close => <DoorsInMenu onChosen={close} />}
      </Popup>
    </span>
  )
}
