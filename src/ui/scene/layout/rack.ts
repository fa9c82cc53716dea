/**
 * How the nodes beside the columns of a zone are racked up: small squares in rows. On a narrow
 * stage they are cards for fingers, below the columns.
 */

export interface Rack {
  chip: number
  gap: number
  /** At most so many in a row, so that the columns keep half of the zone. */
  mostInRow: number
}

/** A card that a finger can press, and what parts it from the next. */
export const otherNode = { height: 44, gap: 4, mostInRow: 2 }

export function otherNodesHeight(count: number): number {
  const { height, gap, mostInRow } = otherNode
  return Math.ceil(count / mostInRow) * (height + gap)
}

/** More chips than this in a zone and their names no longer fit. */
export const mostNamed = 4

function chipOf(count: number, width: number): Pick<Rack, 'chip' | 'gap'> {
  if (width < 160) return { chip: 24, gap: 3 }
  if (count <= mostNamed) return { chip: 34, gap: 6 }
  return width < 240 ? { chip: 24, gap: 4 } : { chip: 26, gap: 6 }
}

export function rackFor(count: number, width: number): Rack {
  const sizes = chipOf(count, width)
  const mostInRow = Math.max(1, Math.floor((width * 0.5) / (sizes.chip + sizes.gap)))
  return { ...sizes, mostInRow }
}

/** The height that a zone needs for its rack. */
export function rackHeight(count: number, width: number): number {
  const { chip, gap, mostInRow } = rackFor(count, width)
  return Math.ceil(count / mostInRow) * (chip + gap)
}

/** So many in a row at this height: as few as possible. */
export function chipsInRow(count: number, width: number, height: number): number {
  const { chip, gap, mostInRow } = rackFor(count, width)
  const inColumn = Math.max(1, Math.floor((height + gap) / (chip + gap)))
  return Math.max(1, Math.min(mostInRow, Math.ceil(count / inColumn)))
}
