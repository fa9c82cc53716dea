/** The axis of a ladder: milliseconds since the transaction began. */
import { formatTime } from '../../../words/formatNumbers.ts'
import { type Label, label, textWidth } from '../label.ts'
import { dropOf, stepOf } from '../letters.ts'
import { pathShape, type Shape } from './picture.ts'
import { ticksOf, type TimeScale } from './timeScale.ts'

interface Axis {
  labels: Label[]
  /** Down to here. */
  lines(end: number): Shape[]
  end: number
}

/** `apart`: where lines cross the axis, so that no word of it is struck. */
export function axisShapes(scale: TimeScale, top: number, apart: number[]): Axis {
  const ticks = ticksOf(scale)
  const height = stepOf(20)
  return {
    labels: ticks.flatMap(tick =>
      tickLabel(scale, tick, { y: top + height / 2 + dropOf(4), apart }),
    ),
    lines: end =>
      ticks.map(tick => {
        const x = scale.x(scale.zero + tick)
        return pathShape(`axis ${tick}`, 'axis', `M${x} ${top + height}V${end}`)
      }),
    end: top + height + 2,
  }
}

/** One that would leave the picture is left out. */
function tickLabel(
  scale: TimeScale,
  tick: number,
  { y, apart }: { y: number; apart: number[] },
): Label[] {
  const text = tick === 0 ? '0' : formatTime(tick)
  const x = scale.x(scale.zero + tick)
  const half = textWidth(text, 11) / 2
  if (apart.some(line => Math.abs(line - x) < half + 3)) return []
  if (x - half < scale.left - 4 || x + half > scale.right + 8) return []
  return [label({ id: `axis ${tick}`, text, x, y, size: 11, anchor: 'middle' })]
}
