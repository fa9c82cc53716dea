/** Who wants to know which instant was painted last: `window.playground` waits for it. */
import type { Micros } from '../../engine/contract/units.ts'

type Listener = (at: Micros) => void

let listener: Listener = () => undefined

export function listenToPaint(next: Listener): void {
  listener = next
}

export function notePainted(at: Micros): void {
  listener(at)
}
