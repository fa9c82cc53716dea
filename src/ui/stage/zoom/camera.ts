/**
 * The camera moves into a thing and out of it: a still copy of the picture left behind grows past
 * the eye round the thing, or shrinks into it, and the next picture comes from there. With reduced
 * motion it is a cut.
 */
import type { Point } from '../../scene/geometry.ts'

const millis = 320
const easing = 'cubic-bezier(0.3, 0, 0.2, 1)'

type Way = 'in' | 'out'

interface Move {
  way: Way
  /** Of the page. */
  about: Point
}

let move: Move | null = null

function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

export function middleOf(element: Element): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/** Before the next picture is drawn. Without a place it is about the middle. */
export function beginMove(way: Way, about: Point | null): void {
  const place = document.querySelector<HTMLElement>('.stage-place')
  if (place === null || isStill()) {
    move = null
    return
  }
  move = { way, about: about ?? middleOf(place) }
  leaveBehind(place, move)
}

/** The next picture comes from where the camera went. */
export function endMove(place: HTMLElement): void {
  if (move === null) return
  const { way, about } = move
  move = null
  place.style.transformOrigin = originIn(place, about)
  const from = { opacity: 0, transform: way === 'in' ? 'scale(0.4)' : 'scale(1.6)' }
  place.animate([from, { opacity: 1, transform: 'none' }], { duration: millis, easing })
}

function originIn(place: HTMLElement, about: Point): string {
  const { left, top } = place.getBoundingClientRect()
  return `${about.x - left}px ${about.y - top}px`
}

/** Nothing of it can be found, pressed or read. */
function leaveBehind(place: HTMLElement, { way, about }: Move): void {
  const { left, top, width, height } = place.getBoundingClientRect()
  const ghost = place.cloneNode(true) as HTMLElement
  for (const named of ghost.querySelectorAll('[data-control]')) {
    named.removeAttribute('data-control')
  }
  const frame = document.createElement('div')
  frame.className = 'zoom-ghost'
  frame.setAttribute('aria-hidden', 'true')
  frame.inert = true
  Object.assign(frame.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  })
  ghost.style.transformOrigin = `${about.x - left}px ${about.y - top}px`
  frame.append(ghost)
  document.body.append(frame)
  const gone = { opacity: 0, transform: way === 'in' ? 'scale(5)' : 'scale(0.2)' }
  const still = { opacity: 1, transform: 'none' }
  const moving = ghost.animate([still, gone], { duration: millis, easing, fill: 'forwards' })
  moving.finished.catch(() => undefined).finally(() => frame.remove())
}
