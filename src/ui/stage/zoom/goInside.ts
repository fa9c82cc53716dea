/** Into a thing of the stage and back, with the camera, and with the focus where one came from. */
import type { InsideSubject } from '../../../engine/contract/inside.ts'
import { engineStore } from '../../store/engineStore.ts'
import { lookInside, lookOut } from '../../store/lookInside.ts'
import { viewStore } from '../../store/viewStore.ts'
import { beginMove, middleOf } from './camera.ts'
import { insideOfTarget } from './insideOfTarget.ts'

/** The control of the stage through which one went in. */
let cameFrom: string | null = null

function controlNamed(id: string): Element | null {
  return document.querySelector(`.stage-place [data-control="${CSS.escape(id)}"]`)
}

export function goInside(subject: InsideSubject, from: Element | null): void {
  if (viewStore.getState().inside.length === 0) {
    cameFrom = from?.closest('[data-control]')?.getAttribute('data-control') ?? null
  }
  beginMove('in', from === null ? null : middleOf(from))
  lookInside(subject)
}

/** False when there is nothing to look into. */
export function goInsideTarget(target: string | null): boolean {
  const { frame } = engineStore.getState()
  if (frame === null || target === null) return false
  const subject = insideOfTarget(frame, target, copy => controlNamed(copy) !== null)
  if (subject === null) return false
  goInside(subject, controlNamed(target))
  return true
}

export function goOut(depth?: number): void {
  const left = depth ?? viewStore.getState().inside.length - 1
  beginMove('out', null)
  lookOut(left)
  if (left === 0) requestAnimationFrame(() => requestAnimationFrame(focusBack))
}

function focusBack(): void {
  const control = cameFrom === null ? null : controlNamed(cameFrom)
  const next = control ?? document.getElementById('stage')
  if (next instanceof HTMLElement || next instanceof SVGElement) next.focus()
  cameFrom = null
}
