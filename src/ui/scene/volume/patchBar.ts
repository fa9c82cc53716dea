/**
 * How far a rolling patch has come, zone by zone: a cell for each node, filled once it is patched,
 * in the colour of waiting while it is away.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { type PatchedZone, patchedZones } from '../../../words/patchedZones.ts'
import type { Box } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import { rectanglePath } from '../shapes/paths.ts'
import type { Mark } from './mark.ts'

const letterWidth = 11
const zoneGap = 8
const mostZoneWidth = 52
/** Cells that would be narrower stand without a gap. */
const leastCell = 4

interface ZonePart extends PatchedZone {
  box: Box
}

function partsIn(frame: Frame, room: Box): ZonePart[] {
  const zones = patchedZones(frame)
  const shared = (room.width - zoneGap * (zones.length - 1)) / Math.max(1, zones.length)
  const width = Math.min(mostZoneWidth, shared)
  return zones.map((zone, index) => ({
    ...zone,
    box: { ...room, x: room.x + index * (width + zoneGap), width },
  }))
}

function cellBoxes({ box, cells }: ZonePart): Box[] {
  const step = (box.width - letterWidth) / cells.length
  const gap = step > leastCell + 1.5 ? 1.5 : 0
  return cells.map((_, index) => ({
    ...box,
    x: box.x + letterWidth + index * step,
    width: step - gap,
  }))
}

const kinds = { done: 'patchDone', away: 'patchAway', due: 'patchDue' } as const

/** `room` is where the bar stands; it is as high as its cells. */
export function patchBarMarks(frame: Frame, room: Box): Mark[] {
  return partsIn(frame, room).flatMap(part => {
    const boxes = cellBoxes(part)
    return part.cells.map(({ node, progress }, index) => ({
      id: node,
      kind: kinds[progress],
      path: rectanglePath(boxes[index] ?? part.box, 1.5),
    }))
  })
}

export function patchBarLabels(frame: Frame, room: Box): Label[] {
  return partsIn(frame, room).map(({ zone, box }) =>
    label({
      id: `${zone}-patch`,
      text: zone.replace(/^az-/, ''),
      x: box.x,
      y: box.y + box.height,
      size: 11,
    }),
  )
}
