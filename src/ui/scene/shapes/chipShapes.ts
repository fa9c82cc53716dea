/**
 * Storage nodes that hold no copy of the large group: small chips beside the columns, or cards
 * below them that say what they hold and what is the matter.
 */
import type { Frame, StorageNodeView } from '../../../engine/contract/frame.ts'
import { type Box, centre } from '../geometry.ts'
import { fitText, type Label, label } from '../label.ts'
import type { Layout } from '../layout/layout.ts'
import { nodeWords, shortName } from './nodeWords.ts'

export interface ChipShape {
  id: string
  box: Box
  isUp: boolean
  isReachable: boolean
  isSlow: boolean
  isSpare: boolean
  labels: Label[]
}

/** A card this high has room for a second line. */
const twoLines = 40

/** What stands on a node, counted. */
export function holds({ isSpare, segments }: StorageNodeView): string {
  if (isSpare) return 'spare'
  return segments.length === 1 ? '1 copy' : `${segments.length} copies`
}

function chipLabels(frame: Frame, node: StorageNodeView, box: Box): Label[] {
  const { x, y } = centre(box)
  const isCard = box.height >= twoLines
  const place = { x, anchor: 'middle' } as const
  const name = label({
    id: `${node.id}-name`,
    text: shortName(node.id),
    ...place,
    y: isCard ? y - 3 : y + 4,
    size: isCard ? 13 : 11,
  })
  if (!isCard) return [name]
  const { text, tone } = nodeWords(frame, node, null)
  const state = fitText(text === '' ? holds(node) : text, 10.5, box.width - 4)
  const second = { ...place, y: y + 12, size: 10.5, tone, isBold: text !== '' }
  return [name, label({ id: `${node.id}-state`, text: state, ...second })]
}

export function chipShapes(frame: Frame, layout: Layout): ChipShape[] {
  return layout.chips.flatMap(({ node: id, box, hasName }) => {
    const node = frame.nodes.find(found => found.id === id)
    if (node === undefined) return []
    return [
      {
        id,
        box,
        isUp: node.isUp,
        isReachable: node.isReachable,
        isSlow: node.slowFactor > 1,
        isSpare: node.isSpare,
        labels: hasName ? chipLabels(frame, node, box) : [],
      },
    ]
  })
}
