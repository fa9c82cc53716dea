/** Storage nodes that hold no copy of the large group: small chips beside the columns. */
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, centre } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { shortName } from './nodeWords.ts'

export interface ChipShape {
  id: string
  box: Box
  isUp: boolean
  isReachable: boolean
  isSlow: boolean
  isSpare: boolean
  labels: Label[]
}

export function chipShapes(frame: Frame, layout: Layout): ChipShape[] {
  return layout.chips.flatMap(({ node: id, box, hasName }) => {
    const node = frame.nodes.find(found => found.id === id)
    if (node === undefined) return []
    const { x, y } = centre(box)
    const name = label({
      id: `${id}-name`,
      text: shortName(id),
      x,
      y: y + 4,
      size: 11,
      anchor: 'middle',
    })
    return [
      {
        id,
        box,
        isUp: node.isUp,
        isReachable: node.isReachable,
        isSlow: node.slowFactor > 1,
        isSpare: node.isSpare,
        labels: hasName ? [name] : [],
      },
    ]
  })
}
