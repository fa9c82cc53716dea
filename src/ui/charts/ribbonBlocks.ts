/** Blocks of a ribbon: stretches of bins in which something was so for a share of the time. */
import type { ChartPoint } from './chartPoints.ts'

export interface RibbonBlock {
  x: number
  width: number
  /** The greatest share of one of its bins. */
  share: number
}

const leastPixels = 2

/** Neighbouring bins are one block; each reaches half-way to its neighbours. */
export function ribbonBlocks(
  points: readonly ChartPoint[],
  value: (point: ChartPoint) => number | null,
  scale: (at: number) => number,
): RibbonBlock[] {
  const blocks: (RibbonBlock & { last: number })[] = []
  points.forEach((point, index) => {
    const share = value(point) ?? 0
    if (share <= 0) return
    const [from, to] = edgesOf(points, index).map(scale) as [number, number]
    const open = blocks.at(-1)
    if (open?.last === index - 1) {
      open.width = Math.max(leastPixels, to - open.x)
      open.share = Math.max(open.share, share)
      open.last = index
    } else blocks.push({ x: from, width: Math.max(leastPixels, to - from), share, last: index })
  })
  return blocks.map(({ x, width, share }) => ({ x, width, share }))
}

function edgesOf(points: readonly ChartPoint[], index: number): number[] {
  const at = points[index]?.at ?? 0
  const before = points[index - 1]?.at ?? at
  const after = points[index + 1]?.at ?? at
  return [(before + at) / 2, (at + after) / 2]
}
