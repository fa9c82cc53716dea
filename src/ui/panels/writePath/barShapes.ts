/** I/Os a transaction as bars: counted ones made of their kinds, published ones beside them. */
import { scaleLinear } from 'd3-scale'
import type { WriteKind, WritePathAnswer, WriteSide } from '../../../engine/contract/writePath.ts'
import { iosEach, published } from './figures.ts'

interface BarPart {
  kind: WriteKind
  x: number
  width: number
  ios: number
}

interface Bar {
  name: string
  y: number
  ios: number
  /** Where the number stands. */
  end: number
  /** Null: published, without kinds. */
  parts: BarPart[] | null
}

export interface BarShapes {
  bars: Bar[]
  height: number
  left: number
  barHeight: number
}

const rowHeight = 30
const barHeight = 18
const left = 148
const right = 52

export function barShapes(answer: WritePathAnswer, width: number): BarShapes {
  const { mirrored, aurora } = answer
  const most = Math.max(published.mirrored.ios, iosEach(mirrored), iosEach(aurora))
  const x = scaleLinear([0, most], [left, Math.max(left + 40, width - right)])
  const rows: [string, WriteSide | number][] = [
    ['MySQL, counted', mirrored],
    ['MySQL, published', published.mirrored.ios],
    ['Aurora, counted', aurora],
    ['Aurora, published', published.aurora.ios],
  ]
  const bars = rows.map(([name, of], index): Bar => {
    const ios = typeof of === 'number' ? of : iosEach(of)
    const parts = typeof of === 'number' ? null : partsOf(of, x)
    return { name, y: index * rowHeight, ios, end: x(ios), parts }
  })
  return { bars, height: rows.length * rowHeight, left, barHeight }
}

function partsOf(side: WriteSide, x: (ios: number) => number): BarPart[] {
  let sum = 0
  return side.kinds.map(({ kind }) => {
    const ios = iosEach(side, kind)
    const part = { kind, x: x(sum), width: x(sum + ios) - x(sum), ios }
    sum += ios
    return part
  })
}
