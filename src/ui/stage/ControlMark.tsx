/**
 * One control of the stage: an unseen shape over its picture that can be pressed, focused and
 * named. Enter, space or a click throws its fault or heals it, with shift selects it instead; the
 * menu key, the other mouse button or a long press opens its menu; arrows move to its neighbours.
 */
import { type KeyboardEvent, type MouseEvent, memo } from 'react'
import type { Control } from '../scene/control.ts'
import './control.css'

export interface ControlActions {
  press(control: Control, isSelecting: boolean): void
  hover(control: Control | null): void
  move(control: Control, steps: -1 | 1): void
  /** What else can be done with it, beside this point of the page. */
  menu(control: Control, at: { x: number; y: number }): void
}

interface ControlMarkProps {
  control: Control
  actions: ControlActions
  /** One control of each kind stands in the order of the tab key; arrows reach the others. */
  isTabStop: boolean
  isLocked: boolean
  /** A panel points at it. */
  isLit: boolean
}

const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

function opensMenu({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey)
}

function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

function pressKey(event: KeyboardEvent, { control, actions }: ControlMarkProps): void {
  const step = steps[event.key]
  if (step !== undefined) actions.move(control, step)
  else if (opensMenu(event)) actions.menu(control, middleOf(event.currentTarget))
  else if (event.key === 'Enter' || event.key === ' ') actions.press(control, event.shiftKey)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function openMenu(event: MouseEvent, { control, actions }: ControlMarkProps): void {
  event.preventDefault()
  actions.menu(control, { x: event.clientX, y: event.clientY })
}

function shapeOf({ box, path }: Control) {
  if (box !== null) return <rect {...box} rx="8" className="control-shape" />
  return (
    <>
      <path d={path ?? ''} className="control-line" />
      <path d={path ?? ''} className="control-shape" />
    </>
  )
}

export const ControlMark = memo(function ControlMark(props: ControlMarkProps) {
  const { control, actions, isTabStop, isLocked, isLit } = props
  const isToggle = control.isPressed !== null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside SVG
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      className={`stage-control is-${control.kind}`}
      aria-label={control.name}
      aria-description={control.description === '' ? undefined : control.description}
      aria-pressed={control.isPressed ?? undefined}
      aria-disabled={isLocked && isToggle ? true : undefined}
      aria-current={isLit || undefined}
      data-control={control.id}
      onClick={event => actions.press(control, event.shiftKey)}
      onContextMenu={event => openMenu(event, props)}
      onKeyDown={event => pressKey(event, props)}
      onPointerEnter={() => actions.hover(control)}
      onPointerLeave={() => actions.hover(null)}
    >
      {shapeOf(control)}
    </g>
  )
})
