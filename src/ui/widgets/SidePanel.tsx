/**
 * A panel beside the stage, over its foot on a phone. It takes the focus when it opens, Escape
 * closes it, and the focus goes back to where it came from.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './SidePanel.module.css'

interface SidePanelProps {
  title: string
  /** Takes half of the page, and most of a phone. */
  isWide?: boolean
  onClose: () => void
  children: ReactNode
}

function useBorrowedFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      const canHave = before instanceof HTMLElement || before instanceof SVGElement
      if (canHave && before.isConnected) before.focus()
    }
  }, [])
  return heading
}

export function SidePanel({ title, isWide, onClose, children }: SidePanelProps) {
  const id = useId()
  const heading = useBorrowedFocus()
  return (
    <aside
      className={styles.panel}
      data-wide={isWide || undefined}
      aria-labelledby={id}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <header className={styles.header}>
        <h2 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h2>
        <Button icon="close" look="quiet" name={`Close ${title.toLowerCase()}`} onClick={onClose} />
      </header>
      <div className={styles.content}>{children}</div>
    </aside>
  )
}
