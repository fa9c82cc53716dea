/** What a finger needs that a mouse has by itself: a menu, and a press that ends nothing else. */
import type { Point } from './crosses.ts'

/**
 * As the other mouse button would, at what lies there. Browsers ask for a menu after a long press
 * while the finger is still down, or, as Safari on iOS, not at all.
 */
export function openMenuAt({ x, y }: Point): void {
  const place = { clientX: x, clientY: y, bubbles: true, cancelable: true }
  document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('contextmenu', place))
}

/** The click that ends a drag is none; with a finger it comes late, and may not come at all. */
export function stealClick(): void {
  const forget = () => {
    removeEventListener('click', steal, true)
    removeEventListener('pointerdown', forget, true)
  }
  const steal = (event: MouseEvent) => {
    forget()
    if (event.detail === 0) return
    event.stopPropagation()
    event.preventDefault()
  }
  addEventListener('click', steal, true)
  addEventListener('pointerdown', forget, true)
}
