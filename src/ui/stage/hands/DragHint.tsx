/** Says beside a thing what a drag of it does, while a mouse points at it or it has the focus. */
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { gripAt } from './gripAt.ts'
import styles from './Hands.module.css'
import { hintFor, keyHint } from './handWords.ts'

interface Hint {
  words: string
  left: number
  top: number
}

/** Null beside what no drag moves, and while the stage is locked. */
function hintAt(target: EventTarget | null, isByKey: boolean): Hint | null {
  const { frame } = engineStore.getState()
  const control = target instanceof Element ? target.closest('.stage-control') : null
  if (control === null || frame === null || viewStore.getState().isLocked) return null
  const grip = gripAt(control)
  const words = grip === null ? null : hintFor(grip, frame)
  if (words === null || (isByKey && !control.matches(':focus-visible'))) return null
  const { left, bottom } = control.getBoundingClientRect()
  return { words: isByKey ? keyHint : words, left, top: bottom + 22 }
}

function useHint(): Hint | null {
  const [hint, setHint] = useState<Hint | null>(null)
  useEffect(() => {
    const point = (event: PointerEvent) =>
      event.pointerType === 'mouse' && setHint(hintAt(event.target, false))
    const focus = ({ target }: FocusEvent) => setHint(hintAt(target, true))
    const leave = () => setHint(null)
    addEventListener('pointerover', point)
    addEventListener('focusin', focus)
    addEventListener('pointerdown', leave)
    addEventListener('focusout', leave)
    return () => {
      removeEventListener('pointerover', point)
      removeEventListener('focusin', focus)
      removeEventListener('pointerdown', leave)
      removeEventListener('focusout', leave)
    }
  }, [])
  return hint
}

export function DragHint() {
  const hint = useHint()
  if (hint === null) return null
  const left = `clamp(8px, ${hint.left}px, 100vw - 240px)`
  return createPortal(
    <p key={hint.words} className={styles.hint} style={{ left, top: hint.top }} aria-hidden="true">
      ⠿ {hint.words}
    </p>,
    document.body,
  )
}
