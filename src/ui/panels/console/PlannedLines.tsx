/** The steps still to be dealt, in the order in which Run all deals them. */
import { useRef } from 'react'
import { announce } from '../../store/announce.ts'
import { changePlan, consoleStore } from './consoleStore.ts'
import styles from './Sheet.module.css'
import { moveStep, type PlannedStep } from './plan.ts'
import { PlannedLine } from './PlannedLine.tsx'

interface PlannedLinesProps {
  names: string[]
  /** Steps that were given already. */
  after: number
}

function move(step: PlannedStep, to: number): void {
  changePlan(steps => moveStep(steps, step.id, to))
  announce(`${step.session}: ${step.sql} is now number ${to + 1} of the steps to come.`)
}

export function PlannedLines({ names, after }: PlannedLinesProps) {
  const steps = consoleStore(state => state.planned)
  const list = useRef<HTMLOListElement>(null)
  if (steps.length === 0) return null
  return (
    <>
      <h3 className={styles.toCome}>
        To come <small className={styles.hint}>drag, or type another number</small>
      </h3>
      <ol ref={list} className={styles.lines} aria-label="Steps to come">
        {steps.map((step, place) => (
          <PlannedLine
            key={step.id}
            {...{ step, place, names, list }}
            first={after + 1}
            count={steps.length}
            onMove={to => move(step, to)}
          />
        ))}
      </ol>
    </>
  )
}
