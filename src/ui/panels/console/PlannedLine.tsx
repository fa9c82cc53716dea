/** A step to come: dragged by its handle, moved by Alt with an arrow, or given another number. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '../../widgets/Button.tsx'
import { changePlan } from './consoleStore.ts'
import own from './PlannedLine.module.css'
import styles from './Sheet.module.css'
import type { PlannedStep } from './plan.ts'
import { useDrag } from './useDrag.ts'

interface PlannedLineProps {
  step: PlannedStep
  /** Among the steps to come, from 0. */
  place: number
  count: number
  /** The number of the first step to come. */
  first: number
  names: string[]
  list: RefObject<HTMLOListElement | null>
  onMove: (to: number) => void
}

export function PlannedLine(props: PlannedLineProps) {
  const { step, place, first, names, list, onMove } = props
  const drag = useDrag(list, place, onMove)
  const arrows = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return
    event.preventDefault()
    onMove(Math.max(0, place + by))
  }
  return (
    <li className={styles.line} data-dragged={drag.isDragged || undefined} style={drag.style}>
      <span className={styles.number}>
        <NumberField
          value={first + place}
          onChange={value => onMove(value - first)}
          onKeyDown={arrows}
        />
      </span>
      {names.map(name =>
        name === step.session ? (
          <div key={name} className={styles.card} data-state="planned">
            <small className={styles.who}>{name}</small>
            <span className={own.planned}>
              <button
                type="button"
                className={own.handle}
                aria-label={`Move step ${first + place}: Alt with an arrow, or drag`}
                onKeyDown={arrows}
                onPointerDown={drag.start}
              >
                ⠿
              </button>
              <StepField step={step} number={first + place} />
              <Button
                look="quiet"
                icon="close"
                name={`Remove step ${first + place}`}
                onClick={() => changePlan(steps => steps.filter(its => its.id !== step.id))}
              />
            </span>
          </div>
        ) : (
          <span key={name} className={styles.free} />
        ),
      )}
    </li>
  )
}

function StepField({ step, number }: { step: PlannedStep; number: number }) {
  const write = (sql: string) =>
    changePlan(steps => steps.map(its => (its.id === step.id ? { ...its, sql } : its)))
  return (
    <textarea
      rows={1}
      value={step.sql}
      maxLength={10_000}
      spellCheck={false}
      aria-label={`SQL of step ${number}`}
      onChange={event => write(event.target.value)}
    />
  )
}

interface NumberFieldProps {
  value: number
  onChange: (value: number) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** Another number moves the step when it is entered, not while it is typed. */
function NumberField({ value, onChange, onKeyDown }: NumberFieldProps) {
  const [text, setText] = useState(`${value}`)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => setText(`${value}`), [value])
  const enter = () => {
    const wanted = Number.parseInt(text, 10)
    if (Number.isNaN(wanted) || wanted === value) setText(`${value}`)
    else onChange(wanted)
  }
  return (
    <input
      ref={field}
      inputMode="numeric"
      aria-label={`Number of step ${value}`}
      value={text}
      onChange={event => setText(event.target.value)}
      onBlur={enter}
      onKeyDown={event => (event.key === 'Enter' ? enter() : onKeyDown(event))}
    />
  )
}
