/**
 * The hand: it takes hold of a thing of the stage, or of a fault in a panel, is moved, and lets
 * go. A press without a way stays a press. Escape lets go of nothing.
 */
import { useEffect, useState } from 'react'
import { changeByHand } from '../../store/byHand.ts'
import { engineStore } from '../../store/engineStore.ts'
import { viewStore } from '../../store/viewStore.ts'
import { crosses, type Point } from './crosses.ts'
import { type Deed, deedOf, type Grip } from './deedOf.ts'
import { gripAt } from './gripAt.ts'
import { restedWords } from './handWords.ts'
import { meantBy, movedTo, type Press, pressAt, rested, restMillis } from './press.ts'
import { type DrawnLink, linksOnStage, subjectAt } from './onStage.ts'
import { openMenuAt, stealClick } from './touchHelp.ts'

/** What is shown of the hand: where, and what would come, or why nothing came. */
export interface HandShown {
  /** `let go`: only the reason stands, until the next press. */
  phase: 'rested' | 'moving' | 'let go'
  isStroke: boolean
  way: Point[]
  words: string
  isRefused: boolean
}

type Show = (shown: HandShown | null) => void

function deedNow({ grip, way }: Press, links: readonly DrawnLink[]): Deed | null {
  const { frame, description } = engineStore.getState()
  const from = way[0]
  const to = way.at(-1)
  if (frame === null || description === null || from === undefined || to === undefined) return null
  const letting = {
    over: subjectAt(to),
    pulled: Math.hypot(to.x - from.x, to.y - from.y),
    crossed: links.filter(({ line }) => crosses(way, line)).map(({ link }) => link),
  }
  viewStore.setState({ highlighted: grip.holds === 'stroke' ? letting.crossed : letting.over })
  return deedOf(grip, letting, { frame, description })
}

function shownOf({ grip, way, phase }: Press, deed: Deed | null): HandShown | null {
  const isStroke = grip.holds === 'stroke'
  if (phase === 'rested') {
    return { phase, isStroke, way, words: restedWords(grip), isRefused: false }
  }
  if (phase === 'down' || deed === null) return null
  const isRefused = 'refusal' in deed
  return { phase, isStroke, way, words: isRefused ? deed.refusal : deed.words, isRefused }
}

/** Why nothing came of it stands where it was let go. */
function letGo({ way }: Press, deed: Deed, show: Show): void {
  const refuse = (words: string) =>
    show({ phase: 'let go', isStroke: false, way: way.slice(-1), words, isRefused: true })
  if ('refusal' in deed) refuse(deed.refusal)
  else void changeByHand(deed.commands, deed.words, refuse)
}

/** Follows one press after another, from down to up. */
function listen(show: Show): () => void {
  let press: Press | null = null
  let deed: Deed | null = null
  let links: DrawnLink[] = []
  let rest: ReturnType<typeof setTimeout> | undefined
  const turnTo = (next: Press | null) => {
    if (next === press) return
    if (press?.phase === 'moving' && next === null) viewStore.setState({ highlighted: null })
    if (next?.phase === 'moving' && press?.phase !== 'moving') links = linksFor(next.grip)
    press = next
    deed = next?.phase === 'moving' ? deedNow(next, links) : null
    show(next && shownOf(next, deed))
  }
  const end = () => {
    clearTimeout(rest)
    turnTo(null)
  }
  const down = (event: PointerEvent) => {
    end()
    show(null)
    const grip = event.isPrimary ? gripOf(event) : null
    if (grip === null) return
    turnTo(pressAt(grip, { x: event.clientX, y: event.clientY }, event.pointerType !== 'mouse'))
    rest = setTimeout(() => turnTo(press && rested(press)), restMillis)
  }
  const move = (event: PointerEvent) => {
    if (press === null || !event.isPrimary) return
    turnTo(movedTo(press, { x: event.clientX, y: event.clientY }))
    if (press?.phase === 'moving') event.preventDefault()
  }
  const up = () => {
    const [its, what] = [press, deed]
    end()
    if (its === null || meantBy(its) === 'press') return
    stealClick()
    if (what !== null) letGo(its, what, show)
    else openMenuAt(its.way[0] ?? { x: 0, y: 0 })
  }
  /** A finger that has rested neither scrolls nor asks for the menu of the browser. */
  const keepStill = (event: Event) => {
    if (!event.isTrusted || !press?.isFinger) return
    if (event.type === 'touchmove' && press.phase === 'down') return
    event.preventDefault()
    event.stopPropagation()
  }
  const leave = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') end()
    if (press === null) show(null)
  }
  return hear({
    pointerdown: down,
    pointermove: move,
    pointerup: up,
    pointercancel: end,
    contextmenu: keepStill,
    touchmove: keepStill,
    keydown: leave,
  })
}

function gripOf({ button, ctrlKey, target }: PointerEvent): Grip | null {
  return button === 0 && !ctrlKey && target instanceof Element ? gripAt(target) : null
}

/** They stay where they are while the hand draws. */
function linksFor({ holds }: Grip): DrawnLink[] {
  return holds === 'stroke' ? linksOnStage() : []
}

type Heard = { [Name in keyof WindowEventMap]?: (event: WindowEventMap[Name]) => void }

/** Hears these before all others; returns how to stop. */
function hear(heard: Heard): () => void {
  const all = Object.entries(heard) as [string, EventListener][]
  for (const [name, listener] of all) {
    addEventListener(name, listener, { capture: true, passive: false })
  }
  return () => {
    for (const [name, listener] of all) removeEventListener(name, listener, true)
  }
}

export function useGrip(): HandShown | null {
  const [shown, show] = useState<HandShown | null>(null)
  useEffect(() => listen(show), [])
  return shown
}
