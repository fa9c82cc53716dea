/** The instant that the charts read, put there by a press or by keys, and on which of them. */
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
