/** Words in the lanes beside the columns: what the base is, and what the network loses. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Label, label, textWidth } from '../label.ts'
import { isForWall, leastLetter } from '../letters.ts'
import type { Layout } from '../layout/layout.ts'

function lossLabel(frame: Frame, layout: Layout): Label[] {
  const loss = frame.faults.find(
    ({ fault, target }) => fault === 'PacketLoss' && target === 'network',
  )
  if (loss === undefined) return []
  const share = `loses ${(loss.ratioPpm ?? 0) / 10_000} %`
  const room = layout.right?.width ?? Number.POSITIVE_INFINITY
  const long = `network ${share}`
  const text = isForWall() && textWidth(long, 12.5) > room - 4 ? share : long
  const size = layout.isNarrow ? 11 : 12.5
  const below = { x: layout.size.width / 2 + 24, y: (layout.key?.y ?? 0) + 26 }
  const beside = { x: (layout.right?.x ?? 0) + 4, y: layout.foot.y + 20 }
  return [label({ id: 'loss', text, ...(layout.isNarrow ? below : beside), size, tone: 'wait' })]
}

/** In a lane lower than this the quorum stands where the word would. */
const leastLane = 130

function olderLabel({ left, grid }: Layout): Label[] {
  if (left === null || left.height < Math.max(leastLane, 7 * leastLetter())) return []
  const y = grid.bottom - grid.baseHeight / 2 + 5
  return [
    label({ id: 'older', text: 'older', x: left.x + left.width - 8, y, size: 12, anchor: 'end' }),
  ]
}

export function laneLabels(frame: Frame, layout: Layout, hasOlder: boolean): Label[] {
  return [...lossLabel(frame, layout), ...(hasOlder ? olderLabel(layout) : [])]
}
