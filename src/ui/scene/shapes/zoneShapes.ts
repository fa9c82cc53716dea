/** The three zones: a panel each, its name in the header, crossed when the zone is out. */
import type { Frame } from '../../../engine/contract/frame.ts'
import type { Box } from '../geometry.ts'
import { type Label, label } from '../label.ts'
import type { Layout, ZonePlace } from '../layout/layout.ts'

export interface ZoneShape {
  id: string
  box: Box
  isOut: boolean
  labels: Label[]
}

/** `az-a` is spoken of as "Zone a". */
export function zoneName(id: string): string {
  return `Zone ${id.replace(/^az-/, '')}`
}

function zoneShape(place: ZonePlace, isOut: boolean): ZoneShape {
  const { header } = place
  const isNarrow = header.width < 160
  const text = isOut ? `⊘ ${zoneName(place.id)}${isNarrow ? '' : ' out'}` : zoneName(place.id)
  const name = label({
    id: place.id,
    text,
    x: header.x + (isNarrow ? 8 : 14),
    y: header.y + (isNarrow ? 19 : header.height / 2 + 6),
    size: isNarrow ? 12 : 14,
    tone: isOut ? 'bad' : 'muted',
    isBold: isOut,
  })
  return { id: place.id, box: place.box, isOut, labels: [name] }
}

export function zoneShapes(frame: Frame, layout: Layout): ZoneShape[] {
  return layout.zones.map(place =>
    zoneShape(
      place,
      frame.zones.some(({ id, isOut }) => id === place.id && isOut),
    ),
  )
}
