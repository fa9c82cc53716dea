/**
 * A term that opens its one-line definition by hover, focus and tap; Escape, leaving or a second
 * tap closes it. A name that the glossary does not know is shown as plain text.
 */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { defineTerm } from '../../words/defineTerm.ts'
import styles from './Term.module.css'

interface TermProps {
  name: string
  children: ReactNode
}

/** Keeps the definition on the screen: below the term, or above where there is no room. */
function place(bubble: HTMLElement, term: HTMLElement): void {
  const at = term.getBoundingClientRect()
  const { width, height } = bubble.getBoundingClientRect()
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8))
  const isBelow = at.bottom + height + 14 < window.innerHeight
  bubble.style.left = `${left}px`
  bubble.style.top = `${isBelow ? at.bottom + 6 : at.top - height - 6}px`
}

/** The browser's own popover, so that it lies above everything; `manual`: we say when. */
function useBubble() {
  const term = useRef<HTMLButtonElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    if (bubble.current === null || term.current === null) return
    if (!bubble.current.matches(':popover-open')) bubble.current.showPopover()
    place(bubble.current, term.current)
    setOpen(true)
  }
  const close = () => {
    if (bubble.current?.matches(':popover-open')) bubble.current.hidePopover()
    setOpen(false)
  }
  return { term, bubble, isOpen, open, close }
}

function DefinedTerm({ definition, children }: { definition: string; children: ReactNode }) {
  const id = useId()
  const { term, bubble, isOpen, open, close } = useBubble()
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    close()
  }
  return (
    <>
      <button
        ref={term}
        type="button"
        className={styles.term}
        aria-describedby={id}
        onPointerEnter={event => event.pointerType === 'mouse' && open()}
        onPointerLeave={event => event.pointerType === 'mouse' && close()}
        onFocus={open}
        onBlur={close}
        onClick={open}
        onKeyDown={closeByKey}
      >
        {children}
      </button>
      <span ref={bubble} id={id} popover="manual" role="tooltip" className={styles.bubble}>
        {definition}
      </span>
    </>
  )
}

export function Term({ name, children }: TermProps) {
  const definition = defineTerm(name)
  if (definition === undefined) return children
  return <DefinedTerm definition={definition}>{children}</DefinedTerm>
}
