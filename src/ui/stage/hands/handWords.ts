/** What can be done with what a hand may take hold of, said before it moves. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Grip } from './deedOf.ts'

/** Beside a thing that a mouse points at; null where dragging it does nothing. */
export function hintFor(grip: Grip, { placement }: Frame): string | null {
  if (grip.holds === 'application') return placement ? 'Drag onto an instance' : null
  return grip.holds === 'node' ? 'Drag: the farther, the slower' : null
}

/** Beside a thing that has the focus of the keyboard. */
export const keyHint = 'Menu: Shift F10 · by hand: 5'

const held: Record<Grip['holds'], string> = {
  application: 'Move it onto an instance, or lift for the menu.',
  node: 'Move it: the farther, the slower. Lift for the menu.',
  fault: 'Move it onto its target.',
  stroke: 'Draw across links to cut them, or lift for the menu.',
}

/** Under a finger that has rested. */
export function restedWords({ holds }: Grip): string {
  return held[holds]
}
