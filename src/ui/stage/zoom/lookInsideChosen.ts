/** The key that looks inside: into what has the focus, else into what is chosen. */
import { announce } from '../../store/announce.ts'
import { viewStore } from '../../store/viewStore.ts'
import { goInsideTarget } from './goInside.ts'

export function lookInsideChosen(): void {
  const focused = document.activeElement
  const thing = focused?.closest<SVGElement>('[data-leads="in"]')
  if (thing) {
    thing.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    return
  }
  const control = focused?.closest('[data-control]')?.getAttribute('data-control') ?? null
  const isIn = goInsideTarget(control) || goInsideTarget(viewStore.getState().selection)
  if (!isIn) announce('To look inside, choose a copy, a page, an instance or a transaction first.')
}
