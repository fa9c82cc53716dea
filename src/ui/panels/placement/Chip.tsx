/** What one drags: an application, at the place that it is sent to. By pointer, touch or keys. */
import { useDraggable } from '@dnd-kit/core'
import { type RefObject, useEffect, useRef } from 'react'
import styles from './PlacementPanel.module.css'

interface ChipProps {
  application: string
  place: string
  isLocked: boolean
  /** It was moved by hand just now: the hand, or the focus, is still on it. */
  isHeld: RefObject<boolean>
}

export function Chip({ application, place, isLocked, isHeld }: ChipProps) {
  const { attributes, listeners, setNodeRef, transform, isDragging } = useDraggable({
    id: application,
    disabled: isLocked,
    attributes: { roleDescription: 'can be dragged' },
  })
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isHeld.current) button.current?.focus()
    isHeld.current = false
  }, [isHeld])
  const moved = transform && `translate(${transform.x}px, ${transform.y}px)`
  return (
    <button
      type="button"
      ref={node => {
        button.current = node
        setNodeRef(node)
      }}
      className={styles.chip}
      data-dragging={isDragging || undefined}
      style={moved === null ? {} : { transform: moved }}
      {...attributes}
      {...listeners}
      aria-label={`${application}, at ${place}`}
    >
      <span aria-hidden="true">⠿</span> {place}
    </button>
  )
}
