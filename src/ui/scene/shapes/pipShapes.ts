/**
 * A quorum as pips, one a member, in the order of the zones: ticked when reachable, open and
 * crossed if not.
 */
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

/** Members of one zone stand together, whenever they joined; the gap between zones is wider. */
export function pipShapes(group: GroupView, x: number, y: number, radius: number): PipShape[] {
  const members = group.segments
    .map(({ zone }, bit) => ({ zone, bit }))
    .sort((one, other) => (one.zone < other.zone ? -1 : one.zone > other.zone ? 1 : 0))
  let left = x + radius
  return members.map(({ zone, bit }, place) => {
    const before = members[place - 1]
    if (before !== undefined) left += radius * (before.zone === zone ? 2.5 : 3.9)
    return { x: left, y, radius, isReachable: ((group.writeQuorum.reachable >> bit) & 1) === 1 }
  })
}
