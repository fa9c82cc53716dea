/** A small clock beside the name of a node that is slow. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { centre } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'

export interface ClockShape {
  id: string
  x: number
  y: number
}

function isSlow(frame: Frame, id: string): boolean {
  return frame.nodes.some(node => node.id === id && node.isUp && node.slowFactor > 1)
}

export function clockShapes(frame: Frame, layout: Layout): ClockShape[] {
  const columns = layout.columns
    .filter(({ node }) => isSlow(frame, node))
    .map(({ node, box }) => ({ id: node, x: centre(box).x - 20, y: layout.foot.y + 12 }))
  const chips = layout.chips
    .filter(({ node }) => isSlow(frame, node))
    .map(({ node, box }) => ({ id: node, x: box.x + box.width - 3, y: box.y + 3 }))
  return [...columns, ...chips]
}
