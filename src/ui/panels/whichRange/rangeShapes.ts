/**
 * Choices as dots: what a day costs to the right, what share of the requests was late or refused
 * upwards, on a scale of roots, so that a few are told from none. A line joins the ranges that
 * nothing beats. Names stand where there is room.
 */
import { max } from 'd3-array'
import { scaleLinear, scaleSqrt } from 'd3-scale'
import { line } from 'd3-shape'
import type { RangeRow } from '../../../engine/contract/whichRange.ts'
import { bestRanges, dollarsOf, keyOf, missedPpm, nameOf } from './figures.ts'

export interface RangeDot {
  key: string
  row: RangeRow
  x: number
  y: number
  isFixed: boolean
  isBest: boolean
  /** Null where it would touch another name. */
  label: { text: string; x: number; y: number; anchor: 'start' | 'end' } | null
}

export interface RangeShapes {
  dots: RangeDot[]
  frontier: string
  dollars: { value: number; x: number }[]
  missed: { ppm: number; y: number }[]
  left: number
  right: number
  foot: number
}

const margin = { left: 52, right: 16, top: 18, foot: 38 }
const lineHeight = 14
const letterWidth = 6.6

/** Marks of the shares, in parts per million: on a scale of roots about as far apart. */
const roundShares = [
  0, 1_000, 10_000, 50_000, 100_000, 200_000, 350_000, 500_000, 750_000, 1_000_000,
]

function isApart(mark: { y: number }, before: { y: number }): boolean {
  return before.y - mark.y >= lineHeight
}

export function rangeShapes(
  rows: readonly RangeRow[],
  { width, height }: { width: number; height: number },
): RangeShapes {
  const right = Math.max(margin.left + 40, width - margin.right)
  const foot = height - margin.foot
  const dearest = Math.max(0.01, max(rows, dollarsOf) ?? 0)
  const latest = Math.max(10_000, max(rows, missedPpm) ?? 0)
  const x = scaleLinear([0, dearest * 1.05], [margin.left, right])
  const y = scaleSqrt([0, latest], [foot, margin.top])
  const best = bestRanges(rows)
  const dots = rows.map(row => dotOf(row, x(dollarsOf(row)), y(missedPpm(row)), best.includes(row)))
  label(dots, right)
  return {
    dots,
    frontier: pathOf(best.map(row => [x(dollarsOf(row)), y(missedPpm(row))])),
    dollars: x.ticks(width > 480 ? 6 : 4).map(value => ({ value, x: x(value) })),
    missed: roundShares
      .filter(ppm => ppm <= latest)
      .map(ppm => ({ ppm, y: y(ppm) }))
      .filter((mark, index, marks) => index === 0 || isApart(mark, marks[index - 1]!)),
    left: margin.left,
    right,
    foot,
  }
}

function pathOf(points: [number, number][]): string {
  return line()(points) ?? ''
}

function dotOf(row: RangeRow, x: number, y: number, isBest: boolean): RangeDot {
  const isFixed = row.choice.kind === 'fixed'
  return { key: keyOf(row.choice), row, x, y, isFixed, isBest, label: null }
}

/** The instance first, then the best; a name that would touch another one is left out. */
function label(dots: RangeDot[], right: number): void {
  const rank = ({ isFixed, isBest }: RangeDot) => (isFixed ? 0 : isBest ? 1 : 2)
  const taken: { from: number; to: number; y: number }[] = []
  for (const dot of dots.toSorted((one, other) => rank(one) - rank(other))) {
    const text = dot.isFixed ? nameOf(dot.row.choice) : nameOf(dot.row.choice).replace(' to ', '–')
    const width = text.length * letterWidth
    const isLeft = dot.x + 9 + width > right
    const from = isLeft ? dot.x - 9 - width : dot.x + 9
    const y = dot.y - 6
    const isFree = taken.every(
      other => Math.abs(other.y - y) >= lineHeight || other.to < from || other.from > from + width,
    )
    if (!isFree || from < 0) continue
    taken.push({ from, to: from + width, y })
    dot.label = { text, x: isLeft ? dot.x - 9 : dot.x + 9, y, anchor: isLeft ? 'end' : 'start' }
  }
}
