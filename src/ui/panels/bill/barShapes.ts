/** A month of each row as two bars, one for each way to pay, item by item from the left. */
import { scaleLinear } from 'd3-scale'
import type { MonthItem } from '../../../engine/contract/bill.ts'
import type { PricedRow } from './rowsOf.ts'

export interface BarPart {
  item: MonthItem
  x: number
  width: number
}

export interface Bar {
  id: string
  isIoOptimized: boolean
  nano: number
  y: number
  parts: BarPart[]
  end: number
}

export interface BarGroup {
  id: string
  name: string
  /** Transactions that got nothing. */
  refused: number
  y: number
  bars: Bar[]
}

export interface BarShapes {
  groups: BarGroup[]
  height: number
}

const items: MonthItem[] = ['compute', 'storage', 'io', 'backup']
export const barHeight = 11
const nameHeight = 19
const gap = 9
/** Room for the sum behind the longest bar. */
const sumWidth = 84

export function barShapes(rows: readonly PricedRow[], width: number): BarShapes {
  const months = rows.flatMap(({ pair }) => pair.map(bill => bill?.monthNano ?? 0))
  const x = scaleLinear([0, Math.max(1, ...months)], [0, Math.max(60, width - sumWidth)])
  let y = 0
  const groups = rows.map(({ id, name, pair, run }) => {
    const group: BarGroup = { id, name, refused: run.refused, y: y + 13, bars: [] }
    y += nameHeight
    for (const bill of pair) {
      if (bill === null) continue
      group.bars.push(barOf(id, bill, y, x))
      y += barHeight + 2
    }
    y += gap
    return group
  })
  return { groups, height: y }
}

function barOf(
  id: string,
  { monthBy, monthNano, isIoOptimized }: NonNullable<PricedRow['pair'][1]>,
  y: number,
  x: (nano: number) => number,
): Bar {
  let from = 0
  const parts = items.map((item): BarPart => {
    const part = { item, x: x(from), width: x(from + monthBy[item]) - x(from) }
    from += monthBy[item]
    return part
  })
  return { id, isIoOptimized, nano: monthNano, y, parts, end: x(from) }
}
