/**
 * The things of the picture of an inside: those that lead on are buttons with one tab stop, and
 * arrows go from one to the next; all others are said in a list. A press goes further in, or asks
 * why.
 */
import { type KeyboardEvent, useRef, useState } from 'react'
import type { TargetId } from '../../../engine/contract/ids.ts'
import type { Thing } from '../../scene/zoom/picture.ts'
import { goInside } from './goInside.ts'

interface ThingsProps {
  things: Thing[]
  size: { width: number; height: number }
  selection: TargetId | null
  onSelect: (target: TargetId) => void
}

const steps: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

function leadsOn({ opens, chooses }: Thing): boolean {
  return opens !== null || chooses !== null
}

export function Things({ things, size, selection, onSelect }: ThingsProps) {
  const root = useRef<SVGSVGElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const doors = things.filter(leadsOn)
  const current = doors.find(({ id }) => id === stop) ?? doors[0]
  const move = (from: Thing, step: -1 | 1) => {
    const next = doors[(doors.indexOf(from) + step + doors.length) % doors.length]
    if (next === undefined) return
    setStop(next.id)
    root.current?.querySelector<SVGGElement>(`[data-thing="${CSS.escape(next.id)}"]`)?.focus()
  }
  return (
    <>
      <svg ref={root} {...size} role="presentation" className="zoom-doors">
        {doors.map(thing => (
          <Door
            key={thing.id}
            thing={thing}
            isStop={thing === current}
            isChosen={selection !== null && thing.chooses === selection}
            onMove={step => move(thing, step)}
            onSelect={onSelect}
          />
        ))}
      </svg>
      <ul className="stage-unseen" aria-label="Also in it">
        {things
          .filter(thing => !leadsOn(thing))
          .map(({ id, name, state }) => (
            <li key={id}>
              {name}: {state}
            </li>
          ))}
      </ul>
    </>
  )
}

interface DoorProps {
  thing: Thing
  isStop: boolean
  isChosen: boolean
  onMove: (step: -1 | 1) => void
  onSelect: (target: TargetId) => void
}

function Door({ thing, isStop, isChosen, onMove, onSelect }: DoorProps) {
  const { id, name, state, box, opens, chooses } = thing
  const press = (place: Element, asksWhy: boolean) => {
    if (opens !== null && !(asksWhy && chooses !== null)) goInside(opens, place)
    else if (chooses !== null) onSelect(chooses)
  }
  const pressKey = (event: KeyboardEvent<SVGGElement>) => {
    const step = steps[event.key]
    if (step !== undefined) onMove(step)
    else if (event.key === 'Enter' || event.key === ' ') press(event.currentTarget, event.shiftKey)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside SVG
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      aria-description={state}
      aria-current={isChosen || undefined}
      data-thing={id}
      data-leads={opens === null ? 'why' : 'in'}
      onClick={event => press(event.currentTarget, event.shiftKey)}
      onKeyDown={pressKey}
    >
      <title>{`${name}: ${state}`}</title>
      <rect {...box} rx={6} className="zoom-door" />
    </g>
  )
}
