/** The instant that the charts read, put there by a press or by keys, and on which of them. */
import type { FocusEvent } from 'react'
import { create } from 'zustand'
import type { Micros } from '../../engine/contract/units.ts'

interface ChartCursor {
  /** Which figure; null = nobody has chosen a point. */
  figure: string | null
  at: Micros
}

export const chartCursor = create<ChartCursor>()(() => ({ figure: null, at: 0 }))

export function dropCursor(): void {
  chartCursor.setState({ figure: null })
}

/** A press reads its instant on the chart that was pressed, if it was one. */
export function putCursor(at: number, on: Element): void {
  const figure = on.closest<HTMLElement>('[data-figure]')?.dataset.figure
  if (figure !== undefined) chartCursor.setState({ figure, at })
}

/** With the focus the cursor goes too. */
export const leaving = {
  onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.contains(relatedTarget)) dropCursor()
  },
}
