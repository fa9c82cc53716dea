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

export function axisShapes(scale: TimeScale, top: number): Axis {
  const ticks = ticksOf(scale)
  const height = stepOf(20)
  return {
    labels: ticks.flatMap(tick => tickLabel(scale, tick, top + height / 2 + dropOf(4))),
    lines: end =>
      ticks.map(tick => {
        const x = scale.x(scale.zero + tick)
        return pathShape(`axis ${tick}`, 'axis', `M${x} ${top + height}V${end}`)
      }),
    end: top + height + 2,
  }
}

/** One that would leave the picture is left out. */
function tickLabel(scale: TimeScale, tick: number, y: number): Label[] {
  const text = tick === 0 ? '0' : formatTime(tick)
  const x = scale.x(scale.zero + tick)
  const half = textWidth(text, 11) / 2
  if (x - half < scale.left - 4 || x + half > scale.right + 8) return []
  return [label({ id: `axis ${tick}`, text, x, y, size: 11, anchor: 'middle' })]
}
