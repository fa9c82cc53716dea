/** A dialog over the page: the browser's own, with a title, a way out, and focus kept inside. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './ModalDialog.module.css'

interface ModalDialogProps {
  title: string
  onClose: () => void
  isWide?: boolean
  children: ReactNode
}

/** What closes by doing something else gives the focus back too, unless that took it. */
function giveFocusBack(before: Element | null): void {
  if (document.activeElement !== document.body) return
  if (before instanceof HTMLElement || before instanceof SVGElement) before.focus()
}

export function ModalDialog({ title, onClose, isWide = false, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => giveFocusBack(before)
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={`${styles.dialog} ${isWide ? styles.wide : ''}`}
      onClose={onClose}
      closedby="any"
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2 id={id}>{title}</h2>
          <Button icon="close" look="quiet" name="Close" onClick={() => dialog.current?.close()} />
        </header>
        {children}
      </div>
    </dialog>
  )
}
