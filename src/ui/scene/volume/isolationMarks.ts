/**
 * A zone that is alive but cut off: a frame of its own, with cut ends at its sides. Unlike a zone
 * that is dark, nothing in it is hatched.
 */
import type { Frame } from '../../../engine/contract/frame.ts'
import { type Box, inset, intersects, right, round } from '../geometry.ts'
import { type Label, label, labelBox } from '../label.ts'
import type { Layout, ZonePlace } from '../layout/layout.ts'
import { crossPath, rectanglePath } from '../shapes/paths.ts'
import { zoneShapes } from '../shapes/zoneShapes.ts'
import type { Mark } from './mark.ts'

function isolated(frame: Frame, layout: Layout): ZonePlace[] {
  return layout.zones.filter(({ id }) =>
    frame.faults.some(({ fault, target }) => fault === 'ZoneIsolation' && target === id),
  )
}

function cutEnds({ box }: ZonePlace, y: number): string {
  const arm = 5
  return [box.x, right(box)]
    .map(x => crossPath({ x: round(x - arm), y: y - arm, width: 2 * arm, height: 2 * arm }))
    .join('')
}

export function isolationMarks(frame: Frame, layout: Layout): Mark[] {
  return isolated(frame, layout).flatMap(zone => {
    const { id } = zone
    const y = round(layout.wires.y + layout.wires.height / 2)
    return [
      { id, kind: 'isolated' as const, path: rectanglePath(inset(zone.box, 2), 10) },
      { id, kind: 'cutEnd' as const, path: cutEnds(zone, y) },
    ]
  })
}

/** Where no word may stand in a header: its name, and the ways of clients to its instances. */
function takenIn({ id }: ZonePlace, frame: Frame, layout: Layout): Box[] {
  const names = zoneShapes(frame, layout).filter(zone => zone.id === id)
  const own = layout.instances.filter(({ zone }) => zone === id)
  return [
    ...names.flatMap(({ labels }) => labels.map(labelBox)),
    ...own.map(({ centre }) => ({ x: centre.x - 7, y: 0, width: 14, height: layout.size.height })),
  ]
}

/** At the right end of the header, else right after the name, as long as it fits; else nothing. */
function isolationLabel(zone: ZonePlace, frame: Frame, layout: Layout): Label[] {
  const { id, header } = zone
  const taken = takenIn(zone, frame, layout)
  const isNarrow = header.width < 160
  const edge = isNarrow ? 6 : 14
  const look = { size: isNarrow ? 10.5 : 12.5, tone: 'bad', isBold: true } as const
  const y = header.y + (isNarrow ? 19 : header.height / 2 + 6)
  const afterName = right(taken[0] ?? header) + 8
  const places = ['alive, but cut off', 'cut off'].flatMap(text => [
    label({ id: `${id}-isolated`, text, x: right(header) - edge, y, anchor: 'end', ...look }),
    label({ id: `${id}-isolated`, text, x: afterName, y, ...look }),
  ])
  const isFree = (box: Box) =>
    right(box) <= right(header) - 2 && taken.every(other => !intersects(other, box))
  return places.filter(its => isFree(labelBox(its))).slice(0, 1)
}

export function isolationLabels(frame: Frame, layout: Layout): Label[] {
  return isolated(frame, layout).flatMap(zone => isolationLabel(zone, frame, layout))
}
