/** The groups that are not drawn large, small in a row along the bottom. */
import type { GroupId } from '../../../engine/contract/ids.ts'
import { leastLetter } from '../letters.ts'
import type { StageSize } from '../stageView.ts'
import type { Bands } from './bands.ts'
import type { GroupPlace } from './layout.ts'

const mostWide = 132

/** On a narrow stage as narrow as a finger allows, so that eight stand in one row. */
function cardOf(width: number): { least: number; gap: number } {
  return width < 480 ? { least: 44, gap: 3 } : { least: Math.max(68, 4.5 * leastLetter()), gap: 6 }
}

function perRow(width: number): number {
  const { least, gap } = cardOf(width)
  return Math.max(1, Math.floor((width - 16 + gap) / (least + gap)))
}

/** A single group needs no row: there is nothing beside the large one. */
export function groupRows(groups: number, width: number): number {
  return groups <= 1 ? 0 : Math.ceil(groups / perRow(width))
}

export function groupPlaces(groups: GroupId[], size: StageSize, bands: Bands): GroupPlace[] {
  if (groups.length <= 1) return []
  const { gap } = cardOf(size.width)
  const height = bands.groupHeight
  const inRow = Math.min(groups.length, perRow(size.width))
  const room = size.width - 16
  const width = Math.min(Math.max(mostWide, 6 * leastLetter()), (room - gap * (inRow - 1)) / inRow)
  const left = (size.width - inRow * width - gap * (inRow - 1)) / 2
  return groups.map((id, index) => ({
    id,
    box: {
      x: left + (index % inRow) * (width + gap),
      y: bands.groupsTop + Math.floor(index / inRow) * (height + 6),
      width,
      height,
    },
  }))
}
