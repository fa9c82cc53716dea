/** A quorum as six pips in three pairs: ticked when reachable, open and crossed if not. */
import type { GroupView } from '../../../engine/contract/frame.ts'

export interface PipShape {
  x: number
  y: number
  radius: number
  isReachable: boolean
}

/** How many members an expression needs, when it is a plain count; null when it is composed. */
export function neededOf({ expression }: GroupView['writeQuorum']): number | null {
  return expression.kind === 'atLeast' ? expression.count : null
}

export function reachableCount({ reachable }: GroupView['writeQuorum']): number {
  let count = 0
  for (let bits = reachable; bits > 0; bits >>= 1) count += bits & 1
  return count
}

/** Members of one zone stand together; the gap between zones is wider. */
export function pipShapes(group: GroupView, x: number, y: number, radius: number): PipShape[] {
  let left = x + radius
  return group.segments.map((segment, bit) => {
    const before = group.segments[bit - 1]
    if (before !== undefined) left += radius * (before.zone === segment.zone ? 2.5 : 3.9)
    return { x: left, y, radius, isReachable: ((group.writeQuorum.reachable >> bit) & 1) === 1 }
  })
}
