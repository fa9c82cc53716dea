/** Below it stands its name, so that the glow keeps close to it there. */
function aroundColumn(box: Box, by: number): Box {
  const { x, y, width, height } = inset(box, -by)
  return { x, y, width, height: height - by + 4 }
}

/** The box around the next thing to click, or null when the story has none. */
import type { Frame } from '../../engine/contract/frame.ts'
import { around, type Box, inset } from './geometry.ts'
import type { Layout } from './layout/layout.ts'

export function glowBox(frame: Frame, layout: Layout): Box | null {
  const target = frame.glowing
  const column = layout.columns.find(({ node, segment }) => node === target || segment === target)
  if (column !== undefined) return aroundColumn(column.box, layout.isNarrow ? 4 : 7)
  const instance = layout.instances.find(({ id }) => id === target)
  if (instance !== undefined) {
    const { centre: at, radius } = instance
    return {
      x: at.x - radius - 8,
      y: at.y - radius - 8,
      width: 2 * radius + 16,
      height: 2 * radius + 16,
    }
  }
  const zone = layout.zones.find(({ id }) => id === target)
  if (zone !== undefined) return inset(zone.header, 2)
  const chip = layout.chips.find(({ node }) => node === target)
  return chip === undefined ? null : around(chip.box, inset(chip.box, -4))
}
