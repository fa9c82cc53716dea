/**
 * A curve as a person draws it: levels at equal distances over some time, painted by strokes, and
 * made of few points again. Levels are in the unit of the demand, times in microseconds.
 */
import type { WrittenPoint } from '../../../engine/contract/demandCurve.ts'
import type { DemandView } from '../../../engine/contract/serverlessView.ts'
import type { Micros } from '../../../engine/contract/units.ts'
import { timeText } from '../../widgets/readTime.ts'

/** Parts into which the time is divided; one more level than parts. */
export const parts = 48

const second = 1_000_000
const hour = 3_600 * second
const million = 1_000_000

/** How much time a drawing may cover. */
export const spans: readonly { micros: Micros; name: string }[] = [
  { micros: 600 * second, name: '10 min' },
  { micros: hour, name: '1 h' },
  { micros: 6 * hour, name: '6 h' },
  { micros: 24 * hour, name: '1 day' },
  { micros: 168 * hour, name: '1 week' },
]

/** The span that a curve fits into; the longest if none does. */
export function spanOf({
  curve,
  repeatMicros,
}: Pick<DemandView, 'curve' | 'repeatMicros'>): Micros {
  const end = repeatMicros > 0 ? repeatMicros : (curve.at(-1)?.[0] ?? 0)
  const fitting = spans.find(({ micros }) => micros >= end)
  return (fitting ?? spans.at(-1)!).micros
}

/** Linear between points, as the engine goes by it. */
export function levelAt(curve: DemandView['curve'], repeatMicros: Micros, when: Micros): number {
  const at = repeatMicros > 0 ? when % repeatMicros : when
  const next = curve.findIndex(([to]) => to > at)
  const after = curve[next] ?? curve.at(-1)
  const before = next < 0 ? after : (curve[next - 1] ?? after)
  if (!before || !after) return 0
  const span = after[0] - before[0]
  const share = span > 0 ? Math.min(1, Math.max(0, (at - before[0]) / span)) : 0
  return (before[1] + (after[1] - before[1]) * share) / million
}

/** Levels at equal distances; the last one belongs to the end, not to the next beginning. */
export function levelsOf(view: Pick<DemandView, 'curve' | 'repeatMicros'>, span: Micros): number[] {
  return Array.from({ length: parts + 1 }, (_, index) => {
    const at = Math.round((span * index) / parts)
    const isEnd = at === view.repeatMicros
    return levelAt(view.curve, isEnd ? 0 : view.repeatMicros, at)
  })
}

/** A place on the drawing: a part, not necessarily whole, and a level. */
export interface Spot {
  part: number
  level: number
}

/** A stroke from one spot to another sets all levels between; a point sets the nearest. */
export function paint(levels: readonly number[], from: Spot, to: Spot): number[] {
  const [left, right] = from.part <= to.part ? [from, to] : [to, from]
  const first = Math.round(left.part)
  const last = Math.round(right.part)
  return levels.map((level, index) => {
    if (index < first || index > last) return level
    if (first === last) return to.level
    const share = (index - first) / (last - first)
    return left.level + (right.level - left.level) * share
  })
}

/** Two decimals are as fine as a hand draws; points on a straight line are left out. */
export function pointsOf(levels: readonly number[], span: Micros): WrittenPoint[] {
  const rounded = levels.map(level => Math.round(level * 100) / 100)
  const kept = rounded.flatMap((level, index) =>
    isNeeded(rounded, index) ? [[textAt(span, index), level] as WrittenPoint] : [],
  )
  return kept
}

function isNeeded(levels: readonly number[], index: number): boolean {
  const before = levels[index - 1]
  const after = levels[index + 1]
  if (before === undefined || after === undefined) return true
  return Math.abs((before + after) / 2 - levels[index]!) > 0.004
}

function textAt(span: Micros, index: number): string {
  return timeText(Math.round((span * index) / parts / second) * second)
}
