/**
 * A button that opens a small panel near it: the browser's own popover, so that Escape and a
 * click outside close it and it lies above everything.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import type { IconName } from './Icon.tsx'
import styles from './Popup.module.css'
import { placePopup } from './placePopup.ts'

interface PopupProps {
  name: string
  icon?: IconName
  label?: ReactNode
  look?: 'plain' | 'quiet'
  className?: string
  /** What it shows; `close` closes it. Made only while it is open. */
  children: (close: () => void) => ReactNode
}

export function Popup({ name, icon, label, look = 'quiet', className, children }: PopupProps) {
  const id = useId()
  const button = useRef<HTMLSpanElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  // Its size is known when its content has come, and may change.
  useEffect(() => {
    if (!isOpen || panel.current === null) return
    const observer = new ResizeObserver(() => placePopup(panel.current, button.current))
    observer.observe(panel.current)
    return () => observer.disconnect()
  }, [isOpen])
  return (
    <span ref={button} className={styles.anchor}>
      <Button
        name={name}
        icon={icon}
        look={look}
        className={className}
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
      >
        {label}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        className={styles.panel}
        onToggle={event => setOpen(event.newState === 'open')}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </span>
  )
}
