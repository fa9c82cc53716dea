/** A place of the map: something is dropped on it, or it is pressed; the chip stands in one. */
import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import type { PlaceOnMap } from './placesOf.ts'
import styles from './PlacementPanel.module.css'

interface SlotProps {
  place: PlaceOnMap
  application: string
  /** Sessions that are connected there now; shown where the chip is not. */
  sessions: number
  isLocked: boolean
  onPress: () => void
  /** The chip, if it stands here. */
  children: ReactNode
}

export function Slot(props: SlotProps) {
  const { place, application, sessions, isLocked, onPress, children } = props
  const { setNodeRef, isOver } = useDroppable({ id: place.id })
  return (
    <li
      ref={setNodeRef}
      className={styles.slot}
      data-over={isOver || undefined}
      data-hue={place.hue}
    >
      {children ?? (
        <button
          type="button"
          className={styles.free}
          aria-label={`Send ${application} to ${place.label}`}
          disabled={isLocked}
          onClick={onPress}
        >
          {place.label}
          {sessions > 0 && <small>{sessions} here</small>}
        </button>
      )}
    </li>
  )
}
