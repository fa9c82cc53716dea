/** Where the signs of a storage node stand: beside the name under its column, or on its chip. */
import { bottom, centre, type Point, right } from '../geometry.ts'
import type { Layout } from '../layout/layout.ts'

export interface NodePlace {
  node: string
  /** For what is the matter. */
  at: Point
  /** For what is done. */
  aside: Point
}

export function nodePlaces(layout: Layout): NodePlace[] {
  const columns = layout.columns.map(({ node, box }) => {
    const away = Math.min(22, box.width / 2)
    const { x } = centre(box)
    const y = layout.foot.y + 11.5
    return { node, at: { x: x - away, y }, aside: { x: x + away, y } }
  })
  const chips = layout.chips.map(({ node, box }) => ({
    node,
    at: { x: right(box) - 3, y: box.y + 3 },
    aside: { x: right(box) - 3, y: bottom(box) - 3 },
  }))
  return [...columns, ...chips]
}
